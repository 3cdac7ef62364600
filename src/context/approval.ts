import { AgniError } from '../client/error.js';
import { type AgniBeforeEvents, fire, type Waitable } from '../events.js';
import type { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';

/** Why a host does not let a write go on. */
export interface Refusal {
  /** The host's own words, if it gave some; see {@link failureMessage}. */
  readonly message?: string;
  /** Name of the field that the words are about. */
  readonly field?: string | undefined;
}

/**
 * Asks the host whether a write may go on. Resolves to why not, if a listener cancelled or refused it, or its promise
 * rejected.
 */
export async function requestApproval<Name extends keyof AgniBeforeEvents>(
  target: EventTarget,
  name: Name,
  detail: AgniBeforeEvents[Name],
): Promise<Refusal | undefined> {
  const holds: Promise<unknown>[] = [];
  let refusal: Refusal | undefined;
  const waitable: Waitable = {
    waitUntil: (promise) => void holds.push(promise),
    refuse: (message, field) => {
      refusal ??= { message, field };
    },
  };
  const goesOn = fire(target, name, { ...detail, ...waitable }, true);
  const settled = await Promise.allSettled(holds);
  const isApproved = goesOn && settled.every(({ status }) => status === 'fulfilled');
  return refusal ?? (isApproved ? undefined : {});
}

/** Why a write was not carried out: the API's answer, or the host's. */
export type Failure = AgniError | Refusal;

/** Why a write failed: what `wordsOf` says of an error, or the host's own words, else general ones. */
export function failureMessage<Text>(
  failure: Failure | undefined,
  { t }: Locale<typeof en>,
  wordsOf: (error: AgniError) => Text,
): Text | string | undefined {
  if (!failure) return undefined;
  return failure instanceof AgniError ? wordsOf(failure) : failure.message || t('notAllowed');
}

import { AgniError } from '../client/error.js';
import { type AgniBeforeEvents, fire, type Waitable } from '../events.js';
import type { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';

/** Why a host refused a write. */
export interface Refusal {
  /** The host's own message, if any; see {@link failureMessage}. */
  readonly message?: string;
  /** Name of the field that the message is about. */
  readonly field?: string | undefined;
}

/**
 * Asks the host whether a write may be sent. Resolves to a refusal if a listener cancelled or refused the write or its
 * promise rejected, otherwise to `undefined`.
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

/** Why a write failed: an error of the API, or the host's refusal. */
export type Failure = AgniError | Refusal;

/** The message for a failed write: from `wordsOf` for an error; the host's own or a general message for a refusal. */
export function failureMessage<Text>(
  failure: Failure | undefined,
  { t }: Locale<typeof en>,
  wordsOf: (error: AgniError) => Text,
): Text | string | undefined {
  if (!failure) return undefined;
  return failure instanceof AgniError ? wordsOf(failure) : failure.message || t('notAllowed');
}

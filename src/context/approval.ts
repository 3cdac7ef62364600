import { type AgniBeforeEvents, fire, type Waitable } from '../events.js';

/** Why a host does not let a write go on, in its own words. */
export interface Refusal {
  readonly message: string;
  /** Name of the field that the words are about. */
  readonly field?: string | undefined;
}

/**
 * Asks the host whether a write may go on; `false` if a listener cancelled or refused it, or its promise rejected.
 * `refused` is called with the words of a listener that refused.
 */
export async function requestApproval<Name extends keyof AgniBeforeEvents>(
  target: EventTarget,
  name: Name,
  detail: AgniBeforeEvents[Name],
  refused?: (refusal: Refusal) => void,
): Promise<boolean> {
  const holds: Promise<unknown>[] = [];
  let isRefused = false;
  const waitable: Waitable = {
    waitUntil: (promise) => void holds.push(promise),
    refuse: (message, field) => {
      isRefused = true;
      refused?.({ message, field });
    },
  };
  const goesOn = fire(target, name, { ...detail, ...waitable }, true);
  const settled = await Promise.allSettled(holds);
  return goesOn && !isRefused && settled.every(({ status }) => status === 'fulfilled');
}

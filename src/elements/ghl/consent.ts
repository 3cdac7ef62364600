/** Milliseconds after which the pane stops waiting for a consent (docs/contract.md 10.3). */
export const timeoutMs = 120_000;

/** A consent that the user gives in another window, which reports nothing back. */
export type Consent =
  | { readonly status: 'none' }
  | { readonly status: 'unfinished' }
  | {
      readonly status: 'waiting';
      /** Address of the consent page. */
      readonly address: string;
      /** `false` if the browser blocked the window. */
      readonly hasWindow: boolean;
      readonly until: number;
      /** The user seems to be back, and GoHighLevel is not connected: consent was denied, abandoned or is pending. */
      readonly isBack: boolean;
    };

export type ConsentEvent =
  | { readonly type: 'started'; readonly address: string; readonly hasWindow: boolean; readonly now: number }
  | { readonly type: 'timePassed'; readonly now: number }
  /** The user returned to this page, or the window looks closed. `isKnown`: the last read of the status succeeded. */
  | { readonly type: 'returned'; readonly isKnown: boolean }
  | { readonly type: 'stopped' };

/** The consent after an event. Success is no event: the status of the connection shows it. */
export function nextConsent(consent: Consent, event: ConsentEvent): Consent {
  if (event.type === 'started') {
    const { address, hasWindow, now } = event;
    return { status: 'waiting', address, hasWindow, until: now + timeoutMs, isBack: false };
  }
  if (event.type === 'stopped') return { status: 'none' };
  if (consent.status !== 'waiting') return consent;
  if (event.type === 'timePassed') return event.now < consent.until ? consent : { status: 'unfinished' };
  return event.isKnown ? { ...consent, isBack: true } : consent;
}

/** Key of the message for a consent. */
export function consentMessage(consent: Exclude<Consent, { status: 'none' }>) {
  if (consent.status !== 'waiting') return 'unfinished';
  if (consent.isBack) return 'notYet';
  return consent.hasWindow ? 'waiting' : 'blocked';
}

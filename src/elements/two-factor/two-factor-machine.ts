import type { AgniError } from '../../client/error.js';

/** The purpose of a dialog; also the key of the words on the button that opens it. */
export type Purpose = 'enable' | 'disable' | 'replaceCodes';

/**
 * The state of the dialogs of two-factor authentication, without secrets: the setup key and the recovery codes are in
 * the results of their actions, passwords and codes in their inputs.
 */
export type TwoFactorState =
  /** `note`: why the dialog closed before its purpose was reached; also the key of the words for it. */
  | { readonly status: 'closed'; readonly note?: 'alreadyOn' | 'alreadyOff' | 'codesLost' }
  /** Asks for the password. `hasExpired`: the server forgot the setup before its code was sent. */
  | {
      readonly status: 'credentials';
      readonly purpose: Purpose;
      readonly isPending: boolean;
      readonly hasExpired: boolean;
    }
  /** Shows the setup key and asks for a first code. */
  | { readonly status: 'authenticator'; readonly purpose: 'enable'; readonly isPending: boolean }
  /** Shows the recovery codes until the user confirms that they are saved. */
  | { readonly status: 'codes'; readonly purpose: Purpose; readonly isSaved: boolean };

export type TwoFactorEvent =
  | { readonly type: 'opened'; readonly purpose: Purpose }
  | { readonly type: 'submitted' }
  /** The request is over, or the host cancelled it. */
  | { readonly type: 'settled' }
  /** `isEnabled`: whether two-factor authentication is on after the failure; `undefined` if it could not be read. */
  | { readonly type: 'failed'; readonly error: Failure; readonly isEnabled: boolean | undefined }
  | { readonly type: 'setUp' | 'codesIssued' | 'disabled' }
  | { readonly type: 'saved'; readonly isSaved: boolean }
  /** The user asks for another setup key. */
  | { readonly type: 'restarted' }
  /** The user closes the dialog. */
  | { readonly type: 'closed' }
  /** The session ended, the element was removed, or the page was left. */
  | { readonly type: 'forgotten' };

type Failure = Pick<AgniError, 'code' | 'status' | 'isAnswerLost'>;

/** A step with a form. */
export type StepState = Extract<TwoFactorState, { status: 'credentials' | 'authenticator' }>;

/** No dialog is open. */
export const closed: TwoFactorState = { status: 'closed' };

/** Whether a request is pending. */
function isPending(state: TwoFactorState): boolean {
  return 'isPending' in state && state.isPending;
}

/** Whether recovery codes are shown that the user has not saved yet. */
export function isUnsaved(state: TwoFactorState): boolean {
  return state.status === 'codes' && !state.isSaved;
}

/** The state after an event. An event that does not apply to the state changes nothing. */
export function reduce(state: TwoFactorState, event: TwoFactorEvent): TwoFactorState {
  switch (event.type) {
    case 'forgotten':
      return closed;
    case 'opened':
      if (isPending(state) || isUnsaved(state)) return state;
      return { status: 'credentials', purpose: event.purpose, isPending: false, hasExpired: false };
    case 'closed':
      return isPending(state) || isUnsaved(state) ? state : closed;
    case 'submitted':
      return 'isPending' in state ? { ...state, isPending: true } : state;
    case 'settled':
      return 'isPending' in state ? { ...state, isPending: false } : state;
    case 'failed':
      return afterFailure(state, event.error, event.isEnabled);
    case 'setUp':
      if (state.status !== 'credentials') return state;
      return { status: 'authenticator', purpose: 'enable', isPending: false };
    case 'codesIssued':
      return 'purpose' in state ? { status: 'codes', purpose: state.purpose, isSaved: false } : state;
    case 'disabled':
      return closed;
    case 'saved':
      return state.status === 'codes' ? { ...state, isSaved: event.isSaved } : state;
    case 'restarted':
      return state.status === 'authenticator' && !state.isPending ? askAgain(false) : state;
  }
}

function askAgain(hasExpired: boolean): TwoFactorState {
  return { status: 'credentials', purpose: 'enable', isPending: false, hasExpired };
}

function afterFailure(state: TwoFactorState, error: Failure, isEnabled: boolean | undefined): TwoFactorState {
  if (!('isPending' in state)) return state;
  const isConflict = error.status === 409;
  if (state.purpose === 'enable' && isEnabled) {
    if (isConflict) return { status: 'closed', note: 'alreadyOn' };
    if (state.status === 'authenticator' && error.isAnswerLost) return { status: 'closed', note: 'codesLost' };
  }
  if (state.purpose === 'replaceCodes' && isConflict && isEnabled === false)
    return { status: 'closed', note: 'alreadyOff' };
  const isExpired = isConflict || error.status === 410 || error.code === 'SETUP_EXPIRED';
  if (state.status === 'authenticator' && isExpired) return askAgain(true);
  return { ...state, isPending: false };
}

/** The key of the words for the resulting state after a failure. */
export function outcomeOf(purpose: Purpose, { isAnswerLost }: Failure, isEnabled: boolean | undefined) {
  if (purpose === 'enable') return 'notEnabled';
  if (purpose === 'disable') return isAnswerLost && !isEnabled ? 'perhapsDisabled' : 'notDisabled';
  return isAnswerLost ? 'perhapsReplaced' : 'notReplaced';
}

import type { OrganizationChange } from './contract/organization-change.js';
import type { ProfileChange } from './contract/profile-change.js';

/** Detail of `agni-error` and `agni-load-error`: the operation that failed, and why. */
export interface FailureDetail {
  /** Name of the operation, as in the contract. */
  readonly operation: string;
  /** HTTP status; 0 without an answer. */
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** The event detail for an error. Contains nothing of the request body, which may hold secrets. */
export function failureOf({ operation, status, code, message }: FailureDetail): FailureDetail {
  return { operation, status, code, message };
}

/** Detail of an event about a change: identifies the subject of the change. Never contains a secret. */
export interface SubjectDetail {
  readonly id?: string;
  readonly name?: string;
}

/** As {@link SubjectDetail}, for users and invitations. */
export interface UserDetail extends SubjectDetail {
  readonly email: string;
  readonly role?: string;
}

/** As {@link SubjectDetail}, for sessions. `all`: the event is about every session except the current one. */
export interface SessionDetail extends SubjectDetail {
  readonly all?: true;
}

/** Lets a listener of a before-event refuse the write, or delay it until a promise settles. A rejection cancels it. */
export interface Waitable {
  waitUntil(promise: Promise<unknown>): void;
  /** Cancels the write and shows `message`, at `field` if the form has it. Call this before the promise settles. */
  refuse(message: string, field?: string): void;
}

/** The new values that a form is about to save, by field. Missing if a write has no form, such as allowing a domain. */
export interface Changes<Body> {
  readonly changes?: Readonly<Partial<Body>>;
}

/** Before-events: fired before a write, cancelable, with {@link Waitable} in their detail. */
export interface AgniBeforeEvents {
  'agni-before-update-organization': SubjectDetail & Changes<OrganizationChange>;
  'agni-before-update-profile': UserDetail & Changes<ProfileChange>;
  'agni-before-create-api-key': SubjectDetail;
  'agni-before-delete-api-key': SubjectDetail;
  'agni-before-change-password': SubjectDetail;
  'agni-before-enable-two-factor': SubjectDetail;
  'agni-before-disable-two-factor': SubjectDetail;
  'agni-before-replace-recovery-codes': SubjectDetail;
  'agni-before-revoke-session': SessionDetail;
  'agni-before-change-user-role': UserDetail;
  'agni-before-remove-user': UserDetail;
  'agni-before-send-invitation': UserDetail;
  'agni-before-resend-invitation': UserDetail;
  'agni-before-revoke-invitation': UserDetail;
  'agni-before-connect-integration': SubjectDetail;
  'agni-before-disconnect-integration': SubjectDetail;
  'agni-before-assign-integration-account': SubjectDetail;
  /** The user wants to sign out. A host that signs out by itself cancels this event. */
  'agni-sign-out': SessionDetail;
}

/** Events that say what happened. */
export interface AgniAfterEvents {
  'agni-ready': undefined;
  'agni-load-error': FailureDetail;
  'agni-error': FailureDetail;
  'agni-dirty-change': { readonly dirty: boolean };
  'agni-auth-required': undefined;
  'agni-password-change-required': undefined;
  'agni-organization-updated': SubjectDetail;
  'agni-profile-updated': UserDetail;
  'agni-api-key-created': SubjectDetail;
  'agni-api-key-deleted': SubjectDetail;
  'agni-password-changed': SubjectDetail;
  'agni-two-factor-enabled': SubjectDetail;
  'agni-two-factor-disabled': SubjectDetail;
  'agni-recovery-codes-replaced': SubjectDetail;
  'agni-session-revoked': SessionDetail;
  'agni-user-role-changed': UserDetail;
  'agni-user-removed': UserDetail;
  'agni-invitation-sent': UserDetail;
  'agni-invitation-resent': UserDetail;
  'agni-invitation-revoked': UserDetail;
  'agni-integration-connected': SubjectDetail;
  'agni-integration-disconnected': SubjectDetail;
  'agni-integration-account-assigned': SubjectDetail;
}

/** Fired before another pane opens. A host that opens panes by itself cancels this event. */
export interface AgniNavigationEvents {
  'agni-navigate': { readonly pane: string };
}

/** Fires one of the {@link AgniAfterEvents}, as {@link fire} does. */
export function emit<Name extends keyof AgniAfterEvents>(
  target: EventTarget,
  name: Name,
  ...[detail]: AgniAfterEvents[Name] extends undefined ? [] : [AgniAfterEvents[Name]]
): void {
  fire(target, name, detail);
}

/** Fires `agni-navigate` before a pane opens; `false` if a listener cancelled the event, to open the pane by itself. */
export function requestPane(target: EventTarget, pane: string): boolean {
  return fire(target, 'agni-navigate', { pane }, true);
}

/** Dispatches an event that bubbles out of every shadow root; `false` if a listener cancelled it. */
export function fire(target: EventTarget, name: string, detail: unknown, cancelable = false): boolean {
  return target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
}

type EventsOf<Details> = { [Name in keyof Details]: CustomEvent<Details[Name]> };
type BeforeEventsOf<Details> = { [Name in keyof Details]: CustomEvent<Details[Name] & Waitable> };

declare global {
  // For elements and for the document: every event bubbles to the document, and after `configure()` events fire there.
  interface GlobalEventHandlersEventMap
    extends EventsOf<AgniAfterEvents & AgniNavigationEvents>,
      BeforeEventsOf<AgniBeforeEvents> {}
}

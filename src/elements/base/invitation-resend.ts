import { ActionController } from '../../context/action-controller.js';
import type { SessionHost, SessionObserver } from '../../context/resource-controller.js';
import type { Invitation } from '../../contract/invitations.js';
import type { User } from '../../contract/me.js';
import { emit, type UserDetail } from '../../events.js';
import type { ApiSession } from '../../resources/api-session.js';
import { fullName } from '../../resources/full-name.js';
import { resendInvitation } from '../../resources/invitations.js';
import { CountdownController } from '../../ui/countdown-controller.js';

/** Detail of an event about a user or an invitation. */
export function detailOf(subject: Invitation | User): UserDetail {
  const { id, email, role } = subject;
  return { id, name: fullName(subject), email, ...(role ? { role } : {}) };
}

/** Resends invitations, one at a time. After a rate limit, the invitation can't be resent for `retryAfter` seconds. */
export class InvitationResend implements SessionObserver {
  readonly #pane: SessionHost;
  readonly #session: () => ApiSession | undefined;
  readonly #action: ActionController<Invitation>;
  readonly #countdown: CountdownController;
  readonly #ends = new Map<string, number>();
  #id = '';

  constructor(pane: SessionHost, session: () => ApiSession | undefined) {
    this.#pane = pane;
    this.#session = session;
    this.#action = new ActionController(pane);
    this.#countdown = new CountdownController(pane);
    pane.addSessionObserver(this);
  }

  get isPending(): boolean {
    return this.#action.isPending;
  }

  /** Whether this invitation is being sent. */
  isSending({ id }: Invitation): boolean {
    return this.isPending && this.#id === id;
  }

  /** The API's error if the last invitation was not sent. */
  get error() {
    return this.#action.error;
  }

  /** Why the last invitation was not sent: the API's error, or the host's refusal. */
  get failure() {
    return this.#action.failure;
  }

  /** Seconds until this invitation can be resent; 0 if it can be resent now. */
  secondsLeft({ id }: Invitation): number {
    return Math.max(0, Math.ceil(((this.#ends.get(id) ?? 0) - Date.now()) / 1000));
  }

  /** Resolves to the updated invitation, or to `undefined` if it was not sent. */
  async run(invitation: Invitation): Promise<Invitation | undefined> {
    const session = this.#session();
    if (!session || this.isPending || this.secondsLeft(invitation)) return undefined;
    this.#id = invitation.id;
    const announcement = { before: 'agni-before-resend-invitation', detail: detailOf(invitation) } as const;
    await this.#action.run(announcement, () => resendInvitation(session, invitation));
    const { state, error } = this.#action;
    if (error?.retryAfter) this.#coolDown(invitation, error.retryAfter);
    if (state.status !== 'done') return undefined;
    emit(this.#pane, 'agni-invitation-resent', detailOf(state.result));
    return state.result;
  }

  #coolDown({ id }: Invitation, seconds: number): void {
    this.#ends.set(id, Date.now() + seconds * 1000);
    this.#countdown.start(Math.max(...this.#ends.values()) - Date.now());
  }

  /** Clears the outcome of the last attempt. */
  reset(): void {
    this.#action.reset();
  }

  onSessionChange(): void {
    this.#ends.clear();
  }
}

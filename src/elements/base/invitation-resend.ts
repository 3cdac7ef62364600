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

/** Sends invitations once more, one at a time. Those the server asks to wait with cool down, as long as it says. */
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

  /** Whether this one is on its way. */
  isSending({ id }: Invitation): boolean {
    return this.isPending && this.#id === id;
  }

  /** What the API answered where the last one wasn't sent. */
  get error() {
    return this.#action.error;
  }

  /** Why the last one wasn't sent, by the host's word too. */
  get failure() {
    return this.#action.failure;
  }

  /** Seconds that the server asked to wait with this one; 0 if none. */
  secondsLeft({ id }: Invitation): number {
    return Math.max(0, Math.ceil(((this.#ends.get(id) ?? 0) - Date.now()) / 1000));
  }

  /** Answers the invitation as it is now, `undefined` where it wasn't sent. */
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
    this.#countdown.start(new Date(Math.max(...this.#ends.values())).toISOString());
  }

  /** Forgets how the last one went. */
  reset(): void {
    this.#action.reset();
  }

  onSessionChange(): void {
    this.#ends.clear();
  }
}

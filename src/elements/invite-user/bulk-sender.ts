import type { AgniError } from '../../client/error.js';
import { ActionController } from '../../context/action-controller.js';
import type { Invitation } from '../../contract/invitations.js';
import { newInvitation } from '../../contract/invitations.js';
import { emit } from '../../events.js';
import { invitationsResource, inviteUser, recountSeats } from '../../resources/invitations.js';
import { organizationResource } from '../../resources/organization.js';
import { fullName } from '../../resources/user-names.js';
import { CountdownController } from '../../ui/countdown-controller.js';
import { detailOf } from '../base/invitation-resend.js';
import { bodyOf, type Row } from './bulk-rows.js';
import type { InviteContext } from './invite-context.js';

/** How far a run has got. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly sendingId?: number;
}

/** Answers of the server that are about one person; anything else would come again for the next. */
const personal = [400, 409, 422, 500, 502];

/** Sends invitations one after another, until all are sent, somebody stops it, or there is no point in going on. */
export class BulkSender {
  readonly #context: InviteContext;
  readonly #action: ActionController<Invitation>;
  readonly #countdown: CountdownController;
  #progress: Progress | undefined;
  #run = 0;
  #wantsStop = false;
  #stop: AgniError | 'stopped' | undefined;

  constructor(context: InviteContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    this.#countdown = new CountdownController(context.pane);
  }

  /** While it's sending; nothing sent yet means that it's still looking at what is true. */
  get progress(): Progress | undefined {
    return this.#progress;
  }

  get isStopping(): boolean {
    return this.#wantsStop;
  }

  /** Why the last run ended early. */
  get stopReason(): AgniError | 'stopped' | undefined {
    return this.#stop;
  }

  /** Seconds that the server asked to wait before the next run; 0 if none. */
  get secondsToWait(): number {
    return this.#countdown.seconds ?? 0;
  }

  /** Ends the run once the one under way is answered. */
  readonly stop = (): void => {
    this.#wantsStop = true;
    this.#context.pane.requestUpdate();
  };

  /**
   * Runs: `sendable` is asked once what is known was read anew, and `became` told of each row that changed. Answers how
   * many were sent.
   */
  async run(sendable: () => readonly Row[], became: (row: Row) => void): Promise<number> {
    const session = this.#context.session();
    if (!session || this.#progress || this.secondsToWait) return 0;
    const run = ++this.#run;
    this.#wantsStop = false;
    this.#stop = undefined;
    this.#become({ done: 0, total: 0 });
    await Promise.all([
      session.use(organizationResource).current.refetch(),
      session.use(invitationsResource).open.refetch(),
    ]);
    if (run !== this.#run) return 0;
    const queue = sendable();
    let count = 0;
    for (const [done, row] of queue.entries()) {
      if (this.#wantsStop) this.#stop = 'stopped';
      if (this.#stop) break;
      this.#become({ done, total: queue.length, sendingId: row.id });
      const isSent = await this.#send(row, became);
      if (run !== this.#run) return count;
      if (isSent) count++;
    }
    this.#become(undefined);
    recountSeats(session);
    return count;
  }

  async #send(row: Row, became: (row: Row) => void): Promise<boolean> {
    const session = this.#context.session();
    if (!session) return false;
    const body = newInvitation.parse(bodyOf(row, this.#context.roles()));
    const { email, role } = body;
    const detail = { name: fullName(body), email, ...(role ? { role } : {}) };
    const isSent = await this.#action.run({ before: 'agni-before-send-invitation', detail }, () =>
      inviteUser(session, body),
    );
    const { state, error, wasCancelled } = this.#action;
    if (isSent && state.status === 'done') {
      became({ ...row, isSent: true });
      emit(this.#context.pane, 'agni-invitation-sent', { ...detail, ...detailOf(state.result) });
      return true;
    }
    if (error) became({ ...row, refusal: error });
    else if (wasCancelled) became({ ...row, refusal: 'cancelled' });
    if (error && !personal.includes(error.status)) this.#endWith(error);
    else if (!error && !wasCancelled) this.#stop = 'stopped'; // the pane was taken off the page meanwhile
    return false;
  }

  #endWith(error: AgniError): void {
    this.#stop = error;
    if (error.retryAfter) this.#countdown.start(new Date(Date.now() + error.retryAfter * 1000).toISOString());
    if (error.status === 403) this.#context.recheck();
  }

  #become(progress: Progress | undefined): void {
    this.#progress = progress;
    this.#context.pane.requestUpdate();
  }

  /** Forgets all of it; what is under way is answered to nobody. */
  reset(): void {
    this.#run++;
    this.#action.reset();
    this.#countdown.stop();
    this.#stop = undefined;
    this.#become(undefined);
  }
}

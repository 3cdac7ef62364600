import { ActionController } from '../../context/action-controller.js';
import type { ResourceController, SessionObserver } from '../../context/resource-controller.js';
import { type Invitation, newInvitation } from '../../contract/invitations.js';
import { emit } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import { allUsersResource } from '../../resources/all-users.js';
import type { ApiSession } from '../../resources/api-session.js';
import { fullName } from '../../resources/full-name.js';
import { invitationsResource, inviteUser } from '../../resources/invitations.js';
import { organizationResource } from '../../resources/organization.js';
import { usageResource } from '../../resources/usage.js';
import { CountdownController } from '../../ui/countdown-controller.js';
import { focusFirstInvalid } from '../base/focus-first-invalid.js';
import { detailOf } from '../base/invitation-resend.js';
import { lateResource } from '../base/late-resource.js';
import { LazyPart } from '../base/lazy-part.js';
import { bulkInvitationEn } from './bulk-invitation.en.js';
import {
  type BulkEvent,
  type BulkState,
  empty,
  isBusy,
  isDirty,
  openRows,
  type Row,
  reduce,
  sendingRow,
  unreadText,
} from './bulk-machine.js';
import { bulkView } from './bulk-view.js';
import type { InvitationForm } from './invitation-form.lazy.js';
import type { InviteContext } from './invite-context.js';
import { readInvitees } from './invitee-parser.js';
import { bodyOf, type FieldErrors, RowErrors } from './row-errors.js';

export { bulkInvitationStyles } from './bulk-invitation.styles.js';

/** HTTP statuses of errors that concern one user. Any other error would occur for the next user too. */
const statusesOfOne = [400, 409, 422, 500, 502];

/** Invites many users: reads a text into a table that the user can correct, then sends the rows one after another. */
export class BulkInvitation implements SessionObserver {
  readonly context: InviteContext;
  /** The form for one user. It provides the data that addresses are compared with, and the words of errors. */
  readonly invitationForm: InvitationForm;
  readonly #action: ActionController<Invitation>;
  readonly #countdown: CountdownController;
  readonly #users: ResourceController<ReadonlySet<string>>;
  readonly #tables: LazyPart<typeof import('./invitee-table.lazy.js')>;
  readonly #rowErrors = new RowErrors();
  #state: BulkState = empty;
  #run = 0;

  constructor(context: InviteContext, invitationForm: InvitationForm) {
    const { pane } = context;
    this.context = context;
    this.invitationForm = invitationForm;
    this.#action = new ActionController(pane);
    this.#countdown = new CountdownController(pane);
    this.#users = lateResource(context, (session) => session.use(allUsersResource).addresses);
    this.#tables = new LazyPart(pane, () => import('./invitee-table.lazy.js'));
    pane.addSessionObserver(this);
  }

  get state(): BulkState {
    return this.#state;
  }

  get isDirty(): boolean {
    return isDirty(this.#state);
  }

  get words(): Locale<typeof bulkInvitationEn> {
    return this.context.locale().sibling(bulkInvitationEn);
  }

  /** The errors of the rows, by row id. Rows without errors are left out. */
  get errors(): ReadonlyMap<number, FieldErrors> {
    return this.#rowErrors.find(this.#state.rows, {
      ...this.invitationForm.addresses.known,
      user: undefined,
      users: this.#users.value,
    });
  }

  /** Number of free seats in the plan; `undefined` if unknown. */
  get seatsLeft(): number | undefined {
    const { seats } = this.invitationForm.addresses;
    return seats && Math.max(0, seats.count - seats.used);
  }

  /** Seconds that the server asked to wait before the next invitation; 0 if none. */
  get secondsToWait(): number {
    return this.#countdown.seconds ?? 0;
  }

  /** The rows that the Send button sends. */
  get sendable(): readonly Row[] {
    const { errors } = this;
    return openRows(this.#state).filter(({ id }) => !errors.has(id));
  }

  render() {
    return bulkView(this);
  }

  readonly dispatch = (event: BulkEvent): void => {
    this.#state = reduce(this.#state, event);
    this.context.pane.requestUpdate();
  };

  readonly preview = async (event: Event): Promise<void> => {
    event.preventDefault();
    const state = this.#state;
    const text = unreadText(state);
    const invitees = text.trim() ? await readInvitees(text, this.#tables.load) : [];
    if (state !== this.#state) return; // the text was changed or discarded meanwhile
    const roles = this.context.roles();
    const roleOf = (role: string) => (roles.includes(role) ? role : 'MEMBER');
    this.dispatch({ type: 'read', invitees: invitees?.map((user) => ({ ...user, role: roleOf(user.role) })) });
    if (this.#state.status === 'editing') return focusFirstInvalid(this.context.pane);
    this.#arrange();
    await Promise.all([this.#focus('table input'), this.#arrangeOnceUsersAreKnown()]);
  };

  /** Puts the rows that need attention first. */
  #arrange(): void {
    const failed = openRows(this.#state).filter(({ failure }) => failure);
    this.dispatch({ type: 'arranged', first: new Set([...this.errors.keys(), ...failed.map(({ id }) => id)]) });
  }

  async #arrangeOnceUsersAreKnown(): Promise<void> {
    const session = this.context.session();
    const state = this.#state;
    if (!session || this.#users.value) return;
    // If the users can't be read, the server refuses to invite an existing user.
    await Promise.allSettled([session.use(allUsersResource).addresses.value()]);
    if (state !== this.#state) return; // the list was corrected, sent or paged meanwhile
    const hadFocus = !!(this.context.pane.renderRoot as ShadowRoot).activeElement?.closest('table');
    this.#arrange();
    if (hadFocus) await this.#focus('table input');
  }

  readonly remove = async (row: Row): Promise<void> => {
    const shownRows = () => [...this.context.pane.renderRoot.querySelectorAll<HTMLElement>('.bulk [data-id]')];
    const index = shownRows().findIndex(({ dataset }) => dataset.id === String(row.id));
    this.dispatch({ type: 'removed', id: row.id });
    this.context.announce(this.words.t('removed', { name: row.email }));
    await this.context.pane.updateComplete;
    const next = shownRows()[index] ?? shownRows().at(-1);
    const button = next?.querySelector<HTMLElement>('button');
    if (button) button.focus();
    else await this.#focus('textarea, .bulk .primary');
  };

  readonly edit = async (): Promise<void> => {
    this.dispatch({ type: 'reopened' });
    await this.#focus('textarea');
  };

  readonly discard = async (): Promise<void> => {
    if (this.isDirty) this.context.announce(this.context.shared().t('discarded'));
    this.reset();
    await this.#focus('textarea');
  };

  readonly send = async (): Promise<void> => {
    const session = this.context.session();
    if (!session || isBusy(this.#state) || this.secondsToWait || this.seatsLeft === 0 || !this.sendable.length) return;
    this.#run++;
    const run = this.#run;
    const hasEnded = () => run !== this.#run;
    this.context.announce('');
    this.dispatch({ type: 'submitted' });
    await Promise.all([
      session.use(organizationResource).current.refetch(),
      session.use(invitationsResource).open.refetch(),
    ]);
    if (hasEnded()) return;
    this.dispatch({ type: 'queued', ids: this.sendable.map(({ id }) => id) });
    const { seats } = session.use(usageResource);
    const release = seats.hold(); // refetched once after all rows, instead of after each row
    try {
      for (let row = sendingRow(this.#state); row; row = sendingRow(this.#state)) {
        const answer = await this.#sendRow(session, row);
        if (hasEnded()) return;
        this.dispatch(answer);
      }
    } finally {
      release();
      seats.invalidate();
    }
    this.#arrange();
    await this.context.pane.updateComplete;
    // The Stop button, which had the focus, is gone. If the user moved focus elsewhere, focus stays there.
    if (document.activeElement === document.body) await this.#focus('.bulk .primary');
  };

  async #sendRow(session: ApiSession, row: Row): Promise<BulkEvent> {
    const body = newInvitation.parse(bodyOf(row, this.context.roles()));
    const { email, role } = body;
    const detail = { name: fullName(body), email, ...(role ? { role } : {}) };
    await this.#action.run({ before: 'agni-before-send-invitation', detail }, () => inviteUser(session, body));
    const { state, error, failure } = this.#action;
    if (state.status === 'done') {
      emit(this.context.pane, 'agni-invitation-sent', { ...detail, ...detailOf(state.result) });
      return { type: 'answered', outcome: 'sent' };
    }
    if (!failure) return { type: 'interrupted' };
    if (!error) return { type: 'answered', outcome: failure };
    const isFinal = !statusesOfOne.includes(error.status);
    if (isFinal && error.retryAfter) this.#countdown.start(error.retryAfter * 1000);
    if (isFinal && error.status === 403) this.context.recheck();
    return { type: 'answered', outcome: error, isFinal };
  }

  async #focus(selector: string): Promise<void> {
    await this.context.pane.updateComplete;
    this.context.pane.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Discards the list. The answer to a pending request is ignored. */
  reset(): void {
    this.#run++;
    this.#action.reset();
    this.#countdown.stop();
    this.dispatch({ type: 'discarded' });
  }

  onSessionChange(): void {
    this.reset();
  }

  onSignedOut(): void {
    this.reset();
  }
}

import { html, nothing } from 'lit';
import { ResourceController, type SessionObserver } from '../../context/resource-controller.js';
import type { Locale } from '../../locales/locale.js';
import { allUsersResource } from '../../resources/all-users.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { pageOf, pager } from '../../ui/pager.js';
import { textArea } from '../../ui/text-area.js';
import { type FieldError, FormController } from '../base/form-controller.js';
import { LazyPart } from '../base/lazy-part.js';
import { bulkInvitationEn } from './bulk-invitation.en.js';
import { type Row, type RowField, RowJudge } from './bulk-rows.js';
import { BulkSender } from './bulk-sender.js';
import { usersTable } from './bulk-table.js';
import type { InvitationForm } from './invitation-form.lazy.js';
import type { InviteContext } from './invite-context.js';
import { readInvitees } from './invitee-parser.js';

export { bulkInvitationStyles } from './bulk-invitation.styles.js';

/** Invites many people: from a text to a list that can be corrected, and from there one after another. */
export class BulkInvitation implements SessionObserver {
  readonly #context: InviteContext;
  readonly #one: InvitationForm;
  readonly #text: FormController;
  readonly #users: ResourceController<ReadonlySet<string>>;
  readonly #judge = new RowJudge();
  readonly #sending: BulkSender;
  readonly #tables: LazyPart<typeof import('./invitee-table.lazy.js')>;
  #rows: readonly Row[] = [];
  #sent: readonly Row[] = [];
  #lastId = 0;
  #page = 0;
  #words: { of: unknown; words: Locale<typeof bulkInvitationEn> } | undefined;

  /** `one` knows whom not to invite, and how to say why. */
  constructor(context: InviteContext, one: InvitationForm) {
    const { pane } = context;
    this.#context = context;
    this.#one = one;
    this.#text = new FormController(pane, () => ({ users: '' }));
    this.#users = new ResourceController(pane, (session) => session.use(allUsersResource).addresses);
    this.#users.onSessionChange(context.session());
    this.#sending = new BulkSender(context);
    this.#tables = new LazyPart(pane, () => import('./invitee-table.lazy.js'));
    pane.addSessionObserver(this);
  }

  /** Whether leaving would lose something. */
  get isDirty(): boolean {
    return this.#text.isDirty || this.#rows.some(({ isSent }) => !isSent);
  }

  get #locale(): Locale<typeof bulkInvitationEn> {
    const locale = this.#context.locale();
    if (this.#words?.of !== locale) this.#words = { of: locale, words: locale.sibling(bulkInvitationEn) };
    return this.#words.words;
  }

  get #errors() {
    return this.#judge.judge(this.#rows, { ...this.#one.known, user: undefined, users: this.#users.value });
  }

  render() {
    const { t } = this.#locale;
    const fieldError = this.#text.fieldError('users');
    return html`<div class="stack">
      <p class="muted">${this.#context.locale().t('note')}</p>
      <form class="stack" novalidate @input=${this.#text.take} @submit=${this.#preview}>
        ${textArea({
          name: 'users',
          label: t('users'),
          value: this.#text.text('users'),
          help: t('peopleHelp'),
          fieldError: fieldError && (fieldError.reason === 'failed' ? this.#context.shared().t('failed') : t('nobody')),
        })}
        <div class="row"><button class="secondary" part="button">${t('preview')}</button></div>
      </form>
      ${this.#rows.length ? this.#renderList() : nothing} ${this.#renderEnd()}
    </div>`;
  }

  #renderList() {
    const { start, end } = pageOf(this.#page, this.#rows.length);
    const fieldErrors = this.#errors;
    const table = {
      rows: this.#rows.slice(start, end).map((row, index) => ({ row, place: start + index + 1 })),
      fieldErrors,
      roles: this.#context.roles(),
      sendingId: this.#sending.progress?.sendingId,
      isBusy: !!this.#sending.progress,
      fieldErrorMessage: this.#sayObjection,
      sayRefusal: this.#sayRefusal,
      change: this.#change,
      remove: this.#remove,
    };
    return html`<div>
      ${usersTable(table, this.#locale)} ${pager(this.#context.shared(), this.#page, this.#rows.length, this.#turn)}
    </div>`;
  }

  readonly #sayObjection = (fieldError: FieldError | undefined): unknown => {
    const words = this.#locale;
    const key = `invalid.${fieldError?.reason}`;
    return words.has(key) ? words.t(key, fieldError?.values) : this.#one.fieldErrorMessage(fieldError);
  };

  readonly #sayRefusal = ({ refusal, email }: Row): unknown => {
    if (refusal === 'cancelled') return this.#context.shared().t('notAllowed');
    if (!refusal) return undefined;
    return this.#one.isInDoubt(refusal) ? this.#one.words.t('perhapsSent') : this.#one.sayRefusal(refusal, email);
  };

  /** What can be sent, what came of it, and the buttons. The live region is there before there is anything to say. */
  #renderEnd() {
    const { t } = this.#locale;
    const { progress, secondsToWait } = this.#sending;
    const waiting = this.#rows.filter(({ isSent }) => !isSent);
    const ready = waiting.length - this.#errors.size;
    const isOff = !!progress || secondsToWait > 0 || this.#seatsLeft === 0;
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${this.#renderStop()}
      ${
        progress
          ? html`<progress aria-label=${progress.total ? t('progress', { ...progress }) : t('checking')} max=${progress.total || 1} value=${progress.done}></progress>`
          : nothing
      }
      <p class="help" role="status">${this.#status(ready)}</p>
      ${this.#renderSeats(ready)}
      ${
        waiting.length
          ? html`<div class="save-bar">
              <button
                class="primary"
                part="button button-primary"
                aria-disabled=${isOff}
                aria-describedby=${this.#seatsLeft === 0 ? 'seats' : nothing}
              >
                ${t('send')}
              </button>
              ${
                progress
                  ? html`<button class="secondary" part="button" type="button" @click=${this.#sending.stop}>
                      ${t('stop')}
                    </button>`
                  : html`<button class="quiet" part="button" type="button" @click=${this.#discard}>
                      ${this.#context.shared().t('discard')}
                    </button>`
              }
            </div>`
          : nothing
      }
      ${this.#sent.length ? this.#renderSent() : nothing}
    </form>`;
  }

  #status(ready: number): string {
    const { t } = this.#locale;
    const { progress, isStopping } = this.#sending;
    if (isStopping && progress) return t('stopping');
    if (progress) return progress.total ? t('progress', { done: progress.done, total: progress.total }) : t('checking');
    const fieldErrors = this.#errors;
    const refused = this.#rows.filter(({ id, refusal }) => refusal && !fieldErrors.has(id)).length;
    const attention = fieldErrors.size + refused;
    return [
      this.#sent.length ? t('sentCount', { count: this.#sent.length }) : '',
      ready > refused ? t('ready', { count: ready - refused }) : '',
      attention ? t('attention', { count: attention }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  /** Why sending ended early, and how to go on. */
  #renderStop() {
    const { t } = this.#locale;
    const { stopReason: reason, secondsToWait: count } = this.#sending;
    if (!reason || this.#sending.progress) return nothing;
    if (reason === 'stopped') return html`<p role="alert">${t('stopped')}</p>`;
    const isPatient = reason.code === 'RATE_LIMITED';
    return html`
      <p class="error" role="alert">
        ${t('stoppedBy')} ${this.#one.sayRefusal(reason, '')} ${isPatient && !count ? t('goOn') : nothing}
      </p>
      ${isPatient && count ? html`<p class="help">${t('goOnIn', { count })}</p>` : nothing}
    `;
  }

  get #seatsLeft(): number | undefined {
    const { seats } = this.#one;
    return seats && Math.max(0, seats.count - seats.used);
  }

  #renderSeats(ready: number) {
    const left = this.#seatsLeft;
    const { seats } = this.#one;
    if (left === undefined || !seats || left >= ready || this.#sending.progress) return nothing;
    return html`<p id="seats" class="warn">
      ${left ? this.#locale.t('tooMany', { count: left }) : this.#context.locale().t('full', { count: seats.count })}
    </p>`;
  }

  #renderSent() {
    const { t } = this.#locale;
    return html`<details>
      <summary>${t('sentTo')}</summary>
      <ul class="sent" part="list" role="list">
        ${this.#sent.map(({ email }) => html`<li>${bidiIsolate(email)}</li>`)}
      </ul>
    </details>`;
  }

  readonly #preview = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#sending.progress) return;
    const roles = this.#context.roles();
    const text = this.#text.text('users');
    // What was typed before is in the list already.
    if (!text && this.#rows.length) return this.#focus('table input');
    const invitees = await readInvitees(text, this.#tables.load);
    if (text !== this.#text.text('users')) return; // previewed by another press, or discarded meanwhile
    if (!invitees?.length) {
      this.#text.object(new Map([['users', { reason: invitees ? 'nobody' : 'failed' }]]));
      return this.#context.focusFirstInvalid();
    }
    const users = invitees.map((user): Row => {
      this.#lastId++;
      return { ...user, id: this.#lastId, role: roles.includes(user.role) ? user.role : 'MEMBER' };
    });
    this.#text.reset();
    this.#arrange([...this.#rows, ...users]);
    this.#context.announce(this.#locale.t('previewed', { count: users.length }));
    await this.#focus('table input');
    await this.#lookAgain();
  };

  /** Arranges anew once members are known, unless somebody has begun to correct the list by then. */
  async #lookAgain(): Promise<void> {
    const session = this.#context.session();
    const rows = this.#rows;
    if (!session || this.#users.value) return;
    // Where they can't be read, the server tells who is a member.
    await Promise.allSettled([session.use(allUsersResource).addresses.value()]);
    if (rows !== this.#rows || this.#sending.progress) return;
    const { activeElement } = this.#context.pane.renderRoot as ShadowRoot;
    this.#arrange(rows);
    if (activeElement?.closest('.people')) await this.#focus('table input');
  }

  /** Puts what needs attention first, where it's seen. */
  #arrange(rows: readonly Row[]): void {
    this.#rows = rows;
    const fieldErrors = this.#errors;
    const isBad = (row: Row) => fieldErrors.has(row.id) || !!row.refusal;
    this.#rows = [...rows.filter(isBad), ...rows.filter((row) => !isBad(row))];
    this.#turn(0);
  }

  readonly #change = (row: Row, field: RowField, text: string): void => {
    const { refusal: _had, ...kept } = row; // it has had its effect
    this.#replace({ ...kept, [field]: text });
  };

  readonly #replace = (row: Row): void => {
    this.#rows = this.#rows.map((one) => (one.id === row.id ? row : one));
    this.#context.pane.requestUpdate();
  };

  readonly #remove = async (row: Row): Promise<void> => {
    const index = this.#shownRows.findIndex(({ dataset }) => dataset.id === String(row.id));
    this.#rows = this.#rows.filter(({ id }) => id !== row.id);
    this.#context.announce(this.#locale.t('removed', { name: row.email }));
    await this.#context.pane.updateComplete;
    const next = this.#shownRows.at(Math.min(index, this.#shownRows.length - 1));
    if (next) next.querySelector<HTMLElement>('button')?.focus();
    else await this.#focus('textarea');
  };

  get #shownRows(): HTMLElement[] {
    return [...this.#context.pane.renderRoot.querySelectorAll<HTMLElement>('.people [data-id]')];
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#sending.progress || this.#seatsLeft === 0) return;
    const sendable = () => {
      const fieldErrors = this.#errors;
      return this.#rows.filter(({ id, isSent }) => !isSent && !fieldErrors.has(id));
    };
    await this.#sending.run(sendable, this.#replace);
    await this.#settle();
  };

  /** What was sent leaves the list; the rest stays, with its reasons. */
  async #settle(): Promise<void> {
    this.#sent = [...this.#sent, ...this.#rows.filter(({ isSent }) => isSent)];
    this.#arrange(this.#rows.filter(({ isSent }) => !isSent));
    await this.#context.pane.updateComplete;
    // Stop is gone, and with the last row Send is too; whoever had moved on stays where they are.
    if (document.activeElement === document.body)
      await this.#focus(this.#rows.length ? '.save-bar button' : 'textarea');
  }

  async #focus(selector: string): Promise<void> {
    await this.#context.pane.updateComplete;
    this.#context.pane.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.#context.pane.requestUpdate();
  };

  readonly #discard = async (): Promise<void> => {
    this.reset();
    this.#context.announce(this.#context.shared().t('discarded'));
    await this.#focus('textarea');
  };

  /** Forgets all of it. */
  reset(): void {
    this.#text.reset();
    this.#sending.reset();
    this.#rows = [];
    this.#sent = [];
    this.#turn(0);
  }

  onSessionChange(): void {
    this.reset();
  }

  onSignedOut(): void {
    this.reset();
  }
}

import { html, nothing } from 'lit';
import { ResourceController } from '../../context/resource-controller.js';
import type { CalcomAccount } from '../../contract/calcom.js';
import type { ApiSession } from '../../resources/api-session.js';
import { type CalcomConnection, calcomConnectionOf, calcomResource } from '../../resources/calcom.js';
import { calcomBookingsResource } from '../../resources/calcom-bookings.js';
import { base } from '../../theme/base.js';
import { facts } from '../../theme/facts.js';
import { lists } from '../../theme/lists.js';
import { keyedRows } from '../../ui/keyed-rows.js';
import { notice } from '../../ui/notice.js';
import { serviceMark } from '../../ui/service-mark.js';
import { skeleton } from '../../ui/skeleton.js';
import { tabs } from '../../ui/tabs.js';
import { AgniPane } from '../base/agni-pane.js';
import { connectionBadge, disconnectRow, serviceViewStyles, tabCount } from '../base/connection.js';
import { LazyPart } from '../base/lazy-part.js';
import { accountName, accountRow, saysText } from './account-row.js';
import { styles } from './agni-calcom.styles.js';
import type { CalcomContext } from './calcom-context.js';
import { en } from './en.js';

type Dialogs = InstanceType<typeof import('./dialogs.lazy.js').CalcomDialogs>;
type Table = 'eventTypes' | 'appointments' | 'agents';

/**
 * The organization's Cal.com accounts: the state of each, connecting one by its key, reconnecting, and disconnecting one
 * or all; their event types and appointments, and the account that each agent books through. A key exists only in its
 * input field.
 * @element agni-calcom
 * @fires agni-before-connect-integration - about to connect an account; cancelable
 * @fires agni-integration-connected - an account is connected
 * @fires agni-before-disconnect-integration - about to disconnect an account, once
 *   each; cancelable
 * @fires agni-integration-disconnected - an account is disconnected
 * @fires agni-before-assign-integration-account - about to change the account an
 *   agent books through; cancelable
 * @fires agni-integration-account-assigned - an agent books through another account, or none
 * @csspart list - the list of accounts
 * @csspart row - one account, or a row of a table
 * @csspart table - a table
 * @csspart cell - a cell of a table
 * @csspart badge - the state of the connection, an account or an appointment
 * @csspart tab - a tab
 */
export class AgniCalcom extends AgniPane<typeof en> {
  static override styles = [base, lists, facts, ...serviceViewStyles, styles];

  protected readonly words = { prefix: 'calcom', table: en };
  protected override readonly skeletonCount = 2;

  readonly #status = new ResourceController(this, (session) => session.use(calcomResource).status);
  protected override readonly needs = [this.#status];
  readonly #eventTypes = new ResourceController(this, (session) => this.#bookings(session)?.eventTypes);
  readonly #appointments = new ResourceController(this, (session) => this.#bookings(session)?.appointments.of());
  #view = 'overview';
  readonly #dialogs = new LazyPart(this, async () => {
    const { CalcomDialogs, dialogsStyles } = await import('./dialogs.lazy.js');
    this.adopt(...dialogsStyles);
    return new CalcomDialogs(this.context);
  });
  readonly #tables = new LazyPart(this, async () => {
    const { CalcomTables, tableStyles } = await import('./tables.lazy.js');
    this.adopt(...tableStyles);
    return new CalcomTables(this.context);
  });

  override get dirty(): boolean {
    return !!this.#dialogs.part?.connect.isDirty;
  }

  get #accounts(): readonly CalcomAccount[] {
    return this.#status.value?.accounts ?? [];
  }

  get #connection(): CalcomConnection | undefined {
    const { value } = this.#status;
    return value && this.state === 'ready' ? calcomConnectionOf(value) : undefined;
  }

  get #isConnected(): boolean {
    return ['active', 'reconnect'].includes(this.#connection ?? 'none');
  }

  get #mayManage(): boolean {
    return this.state === 'ready' && !this.readonly && this.can('integrations:manage');
  }

  #bookings(session: ApiSession) {
    return this.#isConnected ? session.use(calcomBookingsResource) : undefined;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    this.#eventTypes.update();
    this.#appointments.update();
    if (!this.#isConnected && !['overview', 'agents'].includes(this.#view)) this.#view = 'overview';
  }

  protected override renderMark() {
    return serviceMark('calcom');
  }

  protected override renderLead(): unknown {
    return this.#renderStatus() ?? super.renderLead();
  }

  #renderStatus() {
    const connection = this.#connection;
    return connection && html`<p>${connectionBadge(connection, this.locale)}</p>`;
  }

  protected override renderAction() {
    if (!this.#mayManage) return nothing;
    // Once an account is connected, connecting a further one is not the main action.
    const kind = this.#isConnected ? 'secondary' : 'primary';
    return html`<button
      class=${kind}
      part=${kind === 'primary' ? 'button button-primary' : 'button'}
      data-first
      @click=${() => this.#open((dialogs) => dialogs.connect.open())}
    >
      ${this.locale.t('connect')}
    </button>`;
  }

  protected override renderContent() {
    const { t, lang } = this.locale;
    const table = (id: Table, source?: ResourceController<readonly unknown[]>) => ({
      id,
      label: t(id),
      count: source && tabCount(source, lang),
      content: this.#renderTable(id),
    });
    const bookable = [table('eventTypes', this.#eventTypes), table('appointments', this.#appointments)];
    const views = [
      { id: 'overview', label: t('overview'), content: this.#renderOverview() },
      ...(this.#isConnected ? bookable : []),
      table('agents'),
    ];
    return [this.renderLazyFailure(this.#dialogs), tabs(t('views'), views, this.#view, this.#select)];
  }

  protected override renderDialogs() {
    const dialogs = this.#mayManage ? this.#dialogs.part : undefined;
    return [dialogs?.connect.render(), dialogs?.disconnect.render(), dialogs?.disconnectAll.render()];
  }

  readonly #select = (view: string): void => {
    this.#view = view;
    if (view !== 'overview') void this.#tables.load();
    this.requestUpdate();
  };

  #renderTable(view: Table) {
    if (view !== this.#view) return nothing;
    const { part, hasFailed } = this.#tables;
    if (part) return part[view].render();
    return hasFailed ? this.renderLazyFailure(this.#tables) : skeleton();
  }

  #renderOverview() {
    const { t } = this.locale;
    const { error } = this.#status.value ?? {};
    const isBroken = this.#connection === 'reconnect';
    return html`<div class="overview">
      ${this.noHeading ? this.#renderStatus() : nothing} ${isBroken ? notice(t('reconnectHelp')) : nothing}
      ${error && this.#isConnected ? saysText(error, this.locale) : nothing} ${this.#limit} ${this.#renderAccounts()}
    </div>`;
  }

  #renderAccounts() {
    const { t } = this.locale;
    const all = this.#accounts;
    if (!all.length) return html`<p class="empty" part="empty">${t('noAccounts')}</p>`;
    const actionsOf = (account: CalcomAccount) => ({
      reconnect: () => this.#open((dialogs) => dialogs.connect.open(account)),
      disconnect: () => this.#open((dialogs) => dialogs.disconnect.open(account)),
    });
    const disconnectAll = () => this.#open((dialogs) => dialogs.disconnectAll.open('all'));
    const rows = {
      items: all,
      key: ({ id }: CalcomAccount) => id,
      content: (account: CalcomAccount) =>
        accountRow(account, this.#mayManage ? actionsOf(account) : undefined, this.locale),
    };
    return html`
      <ul class="list" part="list" role="list" aria-label=${t('accounts')} ${keyedRows('li', rows)}></ul>
      ${
        all.length > 1 && this.#mayManage
          ? html`<div class="card">${disconnectRow(t('disconnectAllHelp'), t('disconnectAll'), disconnectAll)}</div>`
          : nothing
      }
    `;
  }

  /** Why nothing can be changed here, in a sentence. */
  get #limit() {
    if (this.#mayManage) return nothing;
    return html`<p class="muted">${this.readonly ? this.shared.t('readonly') : this.locale.t('notManager')}</p>`;
  }

  #open(open: (dialogs: Dialogs) => void): void {
    void this.#dialogs.load().then((dialogs) => dialogs && open(dialogs));
  }

  protected override get context(): CalcomContext {
    return {
      ...super.context,
      accounts: () => this.#accounts,
      nameOf: (account) => accountName(account, this.locale),
      isConnected: () => this.#isConnected,
      mayManage: () => this.#mayManage,
      isStale: () => this.#status.isStale,
      recheck: () => this.me.refetch(),
    };
  }

  protected override refetchDetails(): Promise<unknown> {
    return Promise.all([this.#eventTypes.refetch(), this.#appointments.refetch(), this.#tables.part?.refresh()]);
  }

  override reset(): void {
    this.#dialogs.part?.connect.reset();
    super.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-calcom': AgniCalcom;
  }
}

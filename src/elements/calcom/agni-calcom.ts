import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ResourceController } from '../../context/resource-controller.js';
import type { CalcomAccount } from '../../contract/calcom.js';
import { type CalcomConnection, calcomConnectionOf, calcomResource } from '../../resources/calcom.js';
import { base } from '../../theme/base.js';
import { lists } from '../../theme/lists.js';
import { AgniPane } from '../base/agni-pane.js';
import { LazyPart } from '../base/lazy-part.js';
import { accountName, accountRow } from './account-row.js';
import { styles } from './agni-calcom.styles.js';
import type { CalcomContext } from './calcom-context.js';
import { en } from './en.js';

type Dialogs = InstanceType<typeof import('./dialogs.lazy.js').CalcomDialogs>;

const tones: Readonly<Record<CalcomConnection, string>> = { none: '', active: 'good', reconnect: 'warn' };

/**
 * The workspace's Cal.com accounts: how each stands, connecting one by its key and disconnecting one or all; what can be
 * booked in them and what was, and which agent books through which. A key is only ever in the field it's typed into.
 * @element agni-calcom
 * @fires {CustomEvent<SubjectDetail & Holdable>} agni-before-connect-integration - about to connect an account; cancelable
 * @fires {CustomEvent<SubjectDetail>} agni-integration-connected - an account is connected
 * @fires {CustomEvent<SubjectDetail & Holdable>} agni-before-disconnect-integration - about to disconnect an account, once
 *   each; cancelable
 * @fires {CustomEvent<SubjectDetail>} agni-integration-disconnected - an account is disconnected
 * @fires {CustomEvent<SubjectDetail & Holdable>} agni-before-assign-integration-account - about to change the account an
 *   agent books through; cancelable
 * @fires {CustomEvent<SubjectDetail>} agni-integration-account-assigned - an agent books through another account, or none
 * @csspart list - the list of accounts
 * @csspart row - one account, or a row of a table
 * @csspart table - a table
 * @csspart cell - a cell of a table
 * @csspart badge - how the connection, an account or an appointment stands
 */
export class AgniCalcom extends AgniPane<typeof en> {
  static override styles = [base, lists, styles];

  protected readonly words = { prefix: 'calcom', table: en };

  readonly #status = new ResourceController(this, (session) => session.use(calcomResource).status);
  protected override readonly needs = [this.#status];
  readonly #dialogs = new LazyPart(this, async () => {
    const { CalcomDialogs, dialogsStyles } = await import('./dialogs.lazy.js');
    for (const sheet of dialogsStyles) this.adopt(sheet);
    return new CalcomDialogs(this.context);
  });
  readonly #tables = new LazyPart(this, async () => {
    const { CalcomTables, tableStyles } = await import('./tables.lazy.js');
    for (const sheet of tableStyles) this.adopt(sheet);
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

  get #mayManage(): boolean {
    return this.state === 'ready' && !this.readonly && this.can('integrations:manage');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.state !== 'ready') return;
    if (this.#mayManage && !this.#dialogs.hasFailed) void this.#dialogs.load();
    if (!this.#tables.hasFailed) void this.#tables.load();
  }

  protected override renderContent() {
    const connection = this.#connection;
    if (!connection) return nothing;
    const level = this.childHeadingLevel;
    return html`
      ${this.#renderStanding(connection)} ${this.#renderAccounts()} ${this.#limit}
      ${this.#mayManage ? [this.#dialogs.part?.connect.render(level), this.#renderPart(this.#dialogs)] : nothing}
      ${this.#tables.part?.render(level)} ${this.#renderPart(this.#tables)}
    `;
  }

  protected override renderDialogs() {
    const dialogs = this.#mayManage ? this.#dialogs.part : undefined;
    return [dialogs?.disconnect.render(), dialogs?.disconnectAll.render()];
  }

  #renderStanding(connection: CalcomConnection) {
    const { t } = this.locale;
    const { error } = this.#status.value ?? {};
    return html`<div class="standing">
      <p class="title"><span class="badge ${tones[connection]}" part="badge">${t(connection)}</span></p>
      ${connection === 'active' ? nothing : html`<p class="facts">${t(`${connection}Help`)}</p>`}
      ${error && connection !== 'none' ? html`<p class="facts bad">${t('says', { error })}</p>` : nothing}
    </div>`;
  }

  #renderAccounts() {
    const all = this.#accounts;
    if (!all.length) return nothing;
    const disconnect = (account: CalcomAccount) =>
      this.#mayManage ? () => this.#open((dialogs) => dialogs.disconnect.open(account)) : undefined;
    return html`
      <ul class="list" part="list" role="list" aria-label=${this.locale.t('accounts')}>
        ${repeat(
          all,
          ({ id }) => id,
          (account) => accountRow(account, disconnect(account), this.locale),
        )}
      </ul>
      ${all.length > 1 && this.#mayManage ? this.#renderDisconnectAll() : nothing}
    `;
  }

  #renderDisconnectAll() {
    return html`<p class="all">
      <button
        class="secondary danger"
        part="button button-danger"
        @click=${() => this.#open((dialogs) => dialogs.disconnectAll.open('all'))}
      >
        ${this.locale.t('disconnectAll')}
      </button>
    </p>`;
  }

  /** Why something can't be done here, in a sentence. */
  get #limit() {
    if (this.#mayManage) return nothing;
    const words = this.readonly ? this.shared.t('readonly') : this.locale.t('notManager');
    return html`<p class="muted limit">${words}</p>`;
  }

  /** What stands in place of a part that is not loaded. */
  #renderPart(lazy: LazyPart<unknown>) {
    if (lazy.part) return nothing;
    return lazy.hasFailed ? this.renderLazyFailure(lazy) : html`<p class="muted">${this.shared.t('loading')}</p>`;
  }

  #open(open: (dialogs: Dialogs) => void): void {
    void this.#dialogs.load().then((dialogs) => dialogs && open(dialogs));
  }

  protected override get context(): CalcomContext {
    return {
      ...super.context,
      accounts: () => this.#accounts,
      nameOf: (account) => accountName(account, this.locale),
      isConnected: () => ['active', 'reconnect'].includes(this.#connection ?? 'none'),
      mayManage: () => this.#mayManage,
      isStale: () => this.#status.isStale,
      rowOf: ({ id }) => this.#accounts.findIndex((account) => account.id === id),
      focusRow: (index) => this.#focusRow(index),
      recheck: () => this.me.refetch(),
    };
  }

  /** Leads a reader whose account went to the one that took its place, else to what the pane begins with. */
  async #focusRow(index: number): Promise<void> {
    await this.updateComplete;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-act]')];
    const target = buttons[Math.min(index, buttons.length - 1)];
    if (target) target.focus();
    else this.focus();
  }

  override readonly refresh = async (): Promise<void> => {
    this.hostContext?.resume();
    await Promise.all([this.me.refetch(), this.#status.refetch(), this.#tables.part?.refresh()]);
  };

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

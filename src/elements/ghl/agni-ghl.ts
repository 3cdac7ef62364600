import { css, html, nothing } from 'lit';
import { ResourceController } from '../../context/resource-controller.js';
import type { ApiSession } from '../../resources/api-session.js';
import { type GhlConnection, ghlConnectionOf, ghlResource, isGhlLive } from '../../resources/ghl.js';
import { ghlBookingsResource } from '../../resources/ghl-bookings.js';
import { base } from '../../theme/base.js';
import { facts } from '../../theme/facts.js';
import { lists } from '../../theme/lists.js';
import { copyFact } from '../../ui/copy-fact.js';
import { factList } from '../../ui/facts.js';
import { notice } from '../../ui/notice.js';
import { serviceMark } from '../../ui/service-mark.js';
import { skeleton } from '../../ui/skeleton.js';
import { tabs } from '../../ui/tabs.js';
import { AgniPane } from '../base/agni-pane.js';
import { connectionBadge, disconnectRow, serviceViewStyles, tabCount } from '../base/connection.js';
import { LazyPart } from '../base/lazy-part.js';
import type { PaneState } from '../base/pane.js';
import { en } from './en.js';
import type { GhlContext } from './ghl-context.js';

/**
 * The organization's connection to GoHighLevel: its state, which only the status route reports; connecting,
 * reconnecting and disconnecting; the calendars with the agent that books through each; and the appointments.
 * @element agni-ghl
 * @fires agni-before-connect-integration - about to ask for consent; cancelable
 * @fires agni-integration-connected - GoHighLevel is connected, or connected again
 * @fires agni-before-disconnect-integration - about to disconnect; cancelable
 * @fires agni-integration-disconnected - GoHighLevel is disconnected
 * @csspart table - a table
 * @csspart cell - a cell of a table
 * @csspart badge - the state of the connection or of an appointment
 * @csspart tab - a tab
 */
export class AgniGhl extends AgniPane<typeof en> {
  static override styles = [
    base,
    lists,
    facts,
    ...serviceViewStyles,
    css`
      .skeleton {
        --_wide: 2.5em 10.5em;
        --_narrow: 2.5em 17em;
      }
    `,
  ];

  protected readonly words = { prefix: 'ghl', table: en };
  protected override readonly skeletonCount = 2;

  readonly #status = new ResourceController(this, (session) => session.use(ghlResource).status);
  protected override readonly needs = [this.#status];
  readonly #calendars = new ResourceController(this, (session) => this.#bookings(session)?.calendars);
  readonly #appointments = new ResourceController(this, (session) => this.#bookings(session)?.appointments.of());
  #view = 'overview';
  readonly #dialogs = new LazyPart(this, async () => {
    const { GhlDialogs, dialogsStyles } = await import('./dialogs.lazy.js');
    this.adopt(...dialogsStyles);
    return new GhlDialogs(this.context);
  });
  readonly #tables = new LazyPart(this, async () => {
    const { GhlTables, tableStyles } = await import('./tables.lazy.js');
    this.adopt(...tableStyles);
    return new GhlTables(this.context);
  });

  /** A 401 of a GHL operation means that this host has no access to GHL (docs/contract.md 14, rule 2). */
  override get state(): PaneState {
    const state = super.state;
    return state === 'signed-out' && !this.hostContext?.isSignedOut ? 'denied' : state;
  }

  get #connection(): GhlConnection | undefined {
    const { value } = this.#status;
    return value && this.state === 'ready' ? ghlConnectionOf(value) : undefined;
  }

  get #isLive(): boolean {
    const { value } = this.#status;
    return !!value && this.state === 'ready' && isGhlLive(value);
  }

  get #mayManage(): boolean {
    return !this.readonly && this.can('integrations:manage');
  }

  #bookings(session: ApiSession) {
    return this.#isLive ? session.use(ghlBookingsResource) : undefined;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    this.#calendars.update();
    this.#appointments.update();
  }

  protected override renderMark() {
    return serviceMark('ghl');
  }

  protected override renderLead(): unknown {
    return this.#renderStatus() ?? super.renderLead();
  }

  #renderStatus() {
    const connection = this.#connection;
    return connection && html`<p>${connectionBadge(connection, this.locale)}</p>`;
  }

  protected override renderAction() {
    const connection = this.#connection;
    if (!connection || this.#isLive || !this.#mayManage) return nothing;
    const isBusy = !!this.#dialogs.part?.connect.isBusy;
    return html`<button
      class="primary"
      part="button button-primary"
      aria-disabled=${isBusy}
      data-act
      @click=${() => isBusy || this.#connect()}
    >
      ${this.locale.t(connection === 'none' ? 'connect' : 'renew')}
    </button>`;
  }

  protected override renderContent() {
    return html`${this.renderLazyFailure(this.#dialogs)} ${this.#dialogs.part?.connect.render() ?? nothing}
    ${this.#isLive ? this.#renderTabs() : this.#renderOverview()}`;
  }

  protected override renderDialogs() {
    return this.state === 'ready' ? this.#dialogs.part?.disconnect.render() : nothing;
  }

  #renderTabs() {
    const { t, lang } = this.locale;
    const views = [
      { id: 'overview', label: t('overview'), content: this.#renderOverview() },
      {
        id: 'calendars',
        label: t('calendars'),
        count: tabCount(this.#calendars, lang),
        content: this.#renderTable('calendars'),
      },
      {
        id: 'appointments',
        label: t('appointments'),
        count: tabCount(this.#appointments, lang),
        content: this.#renderTable('appointments'),
      },
    ];
    return tabs(t('views'), views, this.#view, this.#open);
  }

  readonly #open = (view: string): void => {
    this.#view = view;
    if (view !== 'overview') void this.#tables.load();
    this.requestUpdate();
  };

  #renderTable(view: 'calendars' | 'appointments') {
    if (view !== this.#view) return nothing;
    const { part } = this.#tables;
    if (part) return part[view].render();
    return this.#tables.hasFailed ? this.renderLazyFailure(this.#tables) : skeleton();
  }

  #renderOverview() {
    const { t } = this.locale;
    const connection = this.#connection ?? 'none';
    const status = this.#status.value;
    const code = status?.location_id;
    const shown = [
      ...(code ? [copyFact(t('location'), code, t('copyLocation'), this.context)] : []),
      ...(status?.agent_count === undefined ? [] : [{ label: t('agents'), value: status.agent_count }]),
    ];
    const isConnected = connection !== 'none';
    return html`<div class="overview">
      ${this.noHeading ? this.#renderStatus() : nothing} ${connection === 'active' ? nothing : notice(t(`${connection}Help`))} ${this.#limit}
      ${
        isConnected && (shown.length || this.#mayManage)
          ? html`<div class="card">
              ${shown.length ? html`<div>${factList(t('overview'), shown)}</div>` : nothing}
              ${this.#mayManage ? disconnectRow(t('disconnectEffect'), t('disconnect'), this.#disconnect) : nothing}
            </div>`
          : nothing
      }
    </div>`;
  }

  /** Why nothing can be changed here, in a sentence. */
  get #limit() {
    if (this.#mayManage) return nothing;
    return html`<p class="muted">${this.readonly ? this.shared.t('readonly') : this.locale.t('notManager')}</p>`;
  }

  readonly #connect = (): void => {
    // Browsers open a window only during the click. Its address is known later, after the host page has approved.
    const opened = window.open('about:blank', '_blank', 'popup,width=560,height=720');
    void this.#dialogs.load().then((part) => (part ? part.connect.start(opened) : opened?.close()));
  };

  readonly #disconnect = (): void => {
    void this.#dialogs.load().then((part) => {
      part?.connect.stop();
      part?.disconnect.open('GoHighLevel');
    });
  };

  protected override get context(): GhlContext {
    return {
      ...super.context,
      isLive: () => this.#isLive,
      check: () => this.#status.refetch(),
      isStale: () => this.#status.isStale,
      connect: this.#connect,
      startUrl: () => this.options?.ghlStartUrl,
      agentCount: () => this.#status.value?.agent_count,
      recheck: () => this.me.refetch(),
      focusAction: async () => {
        await this.updateComplete;
        const target = this.renderRoot.querySelector<HTMLElement>('[data-act], [role=tab][aria-selected=true]');
        if (target) target.focus();
        else this.focus();
      },
    };
  }

  protected override refetchDetails(): Promise<unknown> {
    return Promise.all([this.#calendars.refetch(), this.#appointments.refetch(), this.#tables.part?.refresh()]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-ghl': AgniGhl;
  }
}

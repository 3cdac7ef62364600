import { html, nothing, type PropertyValues } from 'lit';
import { ResourceController } from '../../context/resource-controller.js';
import { type GhlConnection, ghlConnectionOf, ghlResource } from '../../resources/ghl.js';
import { base } from '../../theme/base.js';
import { lists } from '../../theme/lists.js';
import { AgniPane } from '../base/agni-pane.js';
import { LazyPart } from '../base/lazy-part.js';
import type { PaneState } from '../base/pane.js';
import { styles } from './agni-ghl.styles.js';
import { en } from './en.js';
import type { GhlContext } from './ghl-context.js';

const tones: Readonly<Record<GhlConnection, string>> = {
  none: '',
  active: 'good',
  incomplete: 'warn',
  reconnect: 'warn',
};

/**
 * The workspace's connection to GoHighLevel: its state, as the status route tells it and nothing else does; connecting,
 * renewing and cutting it; the calendars with the agent that books through each, and what was booked.
 * @element agni-ghl
 * @fires {CustomEvent<SubjectDetail & Holdable>} agni-before-connect-integration - about to ask for consent; cancelable
 * @fires {CustomEvent<SubjectDetail>} agni-integration-connected - the connection is there, or is good again
 * @fires {CustomEvent<SubjectDetail & Holdable>} agni-before-disconnect-integration - about to disconnect; cancelable
 * @fires {CustomEvent<SubjectDetail>} agni-integration-disconnected - the connection is cut
 * @csspart table - a table
 * @csspart cell - a cell of a table
 * @csspart badge - how the connection, or an appointment, stands
 */
export class AgniGhl extends AgniPane<typeof en> {
  static override styles = [base, lists, styles];

  protected readonly words = { prefix: 'ghl', table: en };

  readonly #status = new ResourceController(this, (session) => session.use(ghlResource).status);
  protected override readonly needs = [this.#status];
  readonly #dialogs = new LazyPart(this, async () => {
    const { GhlDialogs, dialogsStyles } = await import('./dialogs.lazy.js');
    for (const sheet of dialogsStyles) this.adopt(sheet);
    return new GhlDialogs(this.context);
  });
  readonly #tables = new LazyPart(this, async () => {
    const { GhlTables, tableStyles } = await import('./tables.lazy.js');
    for (const sheet of tableStyles) this.adopt(sheet);
    return new GhlTables(this.context);
  });

  /** Routes for API keys refuse a person who is signed in as they do one who isn't (docs/contract.md 14, rule 2). */
  override get state(): PaneState {
    const state = super.state;
    return state === 'signed-out' && !this.hostContext?.isSignedOut ? 'denied' : state;
  }

  get #connection(): GhlConnection | undefined {
    const { value } = this.#status;
    return value && this.state === 'ready' ? ghlConnectionOf(value) : undefined;
  }

  get #mayManage(): boolean {
    return !this.readonly && this.can('integrations:manage');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const connection = this.#connection;
    if (connection && this.#mayManage && !this.#dialogs.hasFailed) void this.#dialogs.load();
    if (isLive(connection) && !this.#tables.hasFailed) void this.#tables.load();
  }

  protected override renderContent() {
    const connection = this.#connection;
    if (!connection) return nothing;
    return html`
      ${this.#renderConnection(connection)} ${this.#limit}
      ${this.renderLazyFailure(this.#dialogs)} ${this.#dialogs.part?.connect.render()}
      ${isLive(connection) ? this.#renderTables() : nothing}
    `;
  }

  protected override renderDialogs() {
    return this.state === 'ready' ? this.#dialogs.part?.disconnect.render() : nothing;
  }

  #renderConnection(connection: GhlConnection) {
    const { t } = this.locale;
    const status = this.#status.value;
    const facts = [
      connection === 'active' ? '' : t(`${connection}Help`),
      status?.location_id && connection !== 'none' ? t('location', { id: status.location_id }) : '',
      status?.agent_count && connection === 'active' ? t('agents', { count: status.agent_count }) : '',
    ].filter(Boolean);
    return html`<div class="list" part="list">
      <div part="row">
        <div>
          <p class="title"><span class="badge ${tones[connection]}" part="badge">${t(connection)}</span></p>
          ${facts.map((fact) => html`<p class="facts">${fact}</p>`)}
        </div>
        ${this.#mayManage ? html`<div class="row">${this.#renderActions(connection)}</div>` : nothing}
      </div>
    </div>`;
  }

  #renderActions(connection: GhlConnection) {
    const { t } = this.locale;
    const isBusy = !!this.#dialogs.part?.connect.isBusy;
    const isConnected = connection !== 'none';
    return html`${
      isLive(connection)
        ? nothing
        : html`<button
            class="primary"
            part="button button-primary"
            aria-disabled=${isBusy}
            data-act
            @click=${() => isBusy || this.#connect()}
          >
            ${t(isConnected ? 'renew' : 'connect')}
          </button>`
    }
    ${
      isConnected
        ? html`<button class="quiet danger" part="button button-danger" data-act @click=${this.#disconnect}>
            ${t('disconnect')}
          </button>`
        : nothing
    }`;
  }

  /** Why something can't be done here, in a sentence. */
  get #limit() {
    if (this.#mayManage) return nothing;
    const words = this.readonly ? this.shared.t('readonly') : this.locale.t('notManager');
    return html`<p class="muted limit">${words}</p>`;
  }

  #renderTables() {
    const { part, hasFailed } = this.#tables;
    if (part) return part.render(this.childHeadingLevel);
    return hasFailed ? this.renderLazyFailure(this.#tables) : html`<p class="muted">${this.shared.t('loading')}</p>`;
  }

  readonly #connect = (): void => {
    // Only the click itself may open a window. Where it goes is known later, once the page had its say.
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
      isLive: () => isLive(this.#connection),
      check: () => this.#status.refetch(),
      isStale: () => this.#status.isStale,
      connect: this.#connect,
      startUrl: () => this.options?.ghlStartUrl,
      consequences: () => ({ agents: this.#tables.part?.bookers, count: this.#status.value?.agent_count }),
      recheck: () => this.me.refetch(),
      focusAction: async () => {
        await this.updateComplete;
        const action = this.renderRoot.querySelector<HTMLElement>('[data-act]');
        if (action) action.focus();
        else this.focus();
      },
    };
  }

  override readonly refresh = async (): Promise<void> => {
    this.hostContext?.resume();
    await Promise.all([this.me.refetch(), this.#status.refetch(), this.#tables.part?.refresh()]);
  };
}

/** Whether agents can book. */
function isLive(connection: GhlConnection | undefined): boolean {
  return connection === 'active' || connection === 'incomplete';
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-ghl': AgniGhl;
  }
}

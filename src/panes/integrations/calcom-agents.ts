import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Follower, ResourceController } from '../../context/resource-controller.js';
import type { Agent } from '../../contract/agents.js';
import type { CalcomAgentAccount } from '../../contract/calcom.js';
import { agentsResource } from '../../resources/agents.js';
import { isBroken } from '../../resources/calcom.js';
import { type AgentAccounts, calcomAgentsResource } from '../../resources/calcom-agents.js';
import { pageOf, pager } from '../../ui/pager.js';
import { clippedName, trueOrder } from '../../ui/true-order.js';
import { CalcomAssigning } from './calcom-assigning.js';
import type { CalcomDesk, TableWords } from './calcom-desk.js';
import { tablesEn } from './calcom-tables-en.js';
import { listing, subheading } from './listing.js';

/** Which account each agent books through, and for those who may another one to choose. */
export class CalcomAgents implements Follower {
  readonly #desk: CalcomDesk;
  readonly #agents: ResourceController<Agent[]>;
  readonly #accounts: ResourceController<AgentAccounts>;
  readonly #assigning: CalcomAssigning;
  #page = 0;

  constructor(desk: CalcomDesk) {
    this.#desk = desk;
    this.#agents = new ResourceController(desk.pane, (workspace) => workspace.use(agentsResource).list);
    this.#accounts = new ResourceController(desk.pane, (workspace) => {
      const shown = this.#shown;
      return shown ? workspace.use(calcomAgentsResource).of(shown.map(({ id }) => id)) : undefined;
    });
    this.#assigning = new CalcomAssigning(desk);
    for (const source of [this.#agents, this.#accounts]) source.attach(desk.workspace());
    desk.pane.follow(this);
  }

  get #words(): TableWords {
    return this.#desk.locale().sibling(tablesEn);
  }

  /** The agents of the page; only theirs are asked for, since that takes a request each. */
  get #shown(): readonly Agent[] | undefined {
    const all = this.#agents.value;
    const { start, end } = pageOf(this.#page, all?.length ?? 0);
    return all?.slice(start, end);
  }

  /** Looks again at whose accounts are shown. */
  update(): void {
    this.#accounts.update();
  }

  render(level: number) {
    return html`<section class="part">
      ${subheading(level, this.#words.t('agents'))}
      ${listing(this.#agents, this.#desk, (all) => this.#renderTable(all))}
      <p class="hidden" role="status">${this.#assigning.status}</p>
    </section>`;
  }

  #renderTable(all: readonly Agent[]) {
    const { t } = this.#words;
    if (!all.length) return html`<p class="muted">${t('noAgents')}</p>`;
    return html`<div class="table" part="table" role="group" aria-label=${t('agents')} tabindex="0">
        <table aria-label=${t('agents')}>
          <thead>
            <tr>
              <th scope="col">${t('agent')}</th>
              <th scope="col">${t('account')}</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(this.#shown ?? [], ({ id }) => id, this.#renderRow)}
          </tbody>
        </table>
      </div>
      ${pager(this.#desk.shared(), this.#page, all.length, this.#turn)}`;
  }

  readonly #renderRow = (agent: Agent) => {
    const { t } = this.#words;
    return html`<tr part="row">
      <th scope="row" part="cell">
        ${clippedName(agent.agent_name ?? t('unnamedAgent'))}
        ${agent.status === 'INACTIVE' ? html`<span class="badge" part="badge">${t('paused')}</span>` : nothing}
      </th>
      <td part="cell">${this.#renderAccount(agent)}</td>
    </tr>`;
  };

  #renderAccount(agent: Agent) {
    const { t } = this.#words;
    const { state } = this.#accounts;
    if (state.status === 'idle' || state.status === 'loading') return this.#desk.shared().t('loading');
    const account = state.status === 'ready' ? state.value.get(agent.id) : undefined;
    if (!account) {
      return html`<span class="muted">${t('unknownAccount')}</span>
        <button class="quiet" part="button" @click=${() => void this.#accounts.load()}>
          ${t('lookAgain')}<span class="hidden"> ${trueOrder(agent.agent_name ?? '')}</span>
        </button>`;
    }
    const isBad = account.connected && isBroken(account);
    return html`${this.#desk.mayManage() ? this.#assigning.render(agent, account) : accountText(account, this.#words)}
    ${isBad ? html`<p class="help warn">${t('isBroken')}</p>` : nothing}`;
  }

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.update();
    this.#desk.pane.requestUpdate();
  };

  async refresh(): Promise<void> {
    await this.#agents.load();
    this.update();
    await this.#accounts.load();
  }

  attach(): void {
    this.#page = 0;
    this.update();
  }

  forget(): void {
    this.attach();
  }
}

/** The account an agent books through, in words. */
export function accountText({ connected, type, account_name }: CalcomAgentAccount, { t, fill }: TableWords) {
  if (!connected) return t('noAccount');
  if (type === 'agent') {
    if (!account_name) return t('privateAccount');
    const text = t('privateNamed', { name: account_name });
    return html`<span class="name" title=${text}>${fill('privateNamed', { name: trueOrder(account_name) })}</span>`;
  }
  return account_name ? clippedName(account_name) : t('otherAccount');
}

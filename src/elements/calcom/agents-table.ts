import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ResourceController, type SessionObserver } from '../../context/resource-controller.js';
import type { Agent } from '../../contract/agents.js';
import type { CalcomAgentAccount } from '../../contract/calcom-agents.js';
import { agentsResource } from '../../resources/agents.js';
import { isBroken } from '../../resources/calcom.js';
import { type AgentAccounts, calcomAgentsResource } from '../../resources/calcom-agents.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { pageOf, pager } from '../../ui/pager.js';
import { listing, subheading } from '../base/listing.js';
import { CalcomAssigning } from './account-assignment.js';
import type { CalcomContext, TableWords } from './calcom-context.js';
import { tablesEn } from './tables.en.js';

/** Which account each agent books through, and for those who may another one to choose. */
export class CalcomAgents implements SessionObserver {
  readonly #context: CalcomContext;
  readonly #agents: ResourceController<Agent[]>;
  readonly #accounts: ResourceController<AgentAccounts>;
  readonly #assigning: CalcomAssigning;
  #page = 0;

  constructor(context: CalcomContext) {
    this.#context = context;
    this.#agents = new ResourceController(context.pane, (session) => session.use(agentsResource).list);
    this.#accounts = new ResourceController(context.pane, (session) => {
      const shown = this.#shown;
      return shown ? session.use(calcomAgentsResource).of(shown.map(({ id }) => id)) : undefined;
    });
    this.#assigning = new CalcomAssigning(context);
    for (const source of [this.#agents, this.#accounts]) source.onSessionChange(context.session());
    context.pane.addSessionObserver(this);
  }

  get #words(): TableWords {
    return this.#context.locale().sibling(tablesEn);
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
      ${listing(this.#agents, this.#context, (all) => this.#renderTable(all))}
      <p class="hidden" role="status">${this.#assigning.status}</p>
    </section>`;
  }

  #renderTable(all: readonly Agent[]) {
    const { t } = this.#words;
    if (!all.length) return html`<p class="muted">${t('noAgents')}</p>`;
    return html`<div class="table" part="table">
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
      ${pager(this.#context.shared(), this.#page, all.length, this.#turn)}`;
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
    if (state.status === 'idle' || state.status === 'loading') return this.#context.shared().t('loading');
    const account = state.status === 'ready' ? state.value.get(agent.id) : undefined;
    if (!account) {
      return html`<span class="muted">${t('unknownAccount')}</span>
        <button class="quiet" part="button" @click=${() => void this.#accounts.refetch()}>
          ${t('lookAgain')}<span class="hidden"> ${bidiIsolate(agent.agent_name ?? '')}</span>
        </button>`;
    }
    const isBad = account.connected && isBroken(account);
    return html`${this.#context.mayManage() ? this.#assigning.render(agent, account) : accountText(account, this.#words)}
    ${isBad ? html`<p class="help warn">${t('isBroken')}</p>` : nothing}`;
  }

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.update();
    this.#context.pane.requestUpdate();
  };

  async refresh(): Promise<void> {
    await this.#agents.refetch();
    this.update();
    await this.#accounts.refetch();
  }

  onSessionChange(): void {
    this.#page = 0;
    this.update();
  }

  onSignedOut(): void {
    this.onSessionChange();
  }
}

/** The account an agent books through, in words. */
function accountText({ connected, type, account_name }: CalcomAgentAccount, { t, fill }: TableWords) {
  if (!connected) return t('noAccount');
  if (type === 'agent') {
    if (!account_name) return t('privateAccount');
    const text = t('privateNamed', { name: account_name });
    return html`<span class="name" title=${text}>${fill('privateNamed', { name: bidiIsolate(account_name) })}</span>`;
  }
  return account_name ? clippedName(account_name) : t('otherAccount');
}

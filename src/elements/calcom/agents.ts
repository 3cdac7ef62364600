import { html, nothing } from 'lit';
import type { ResourceController } from '../../context/resource-controller.js';
import type { Agent } from '../../contract/agents.js';
import { agentsResource } from '../../resources/agents.js';
import { isBroken } from '../../resources/calcom.js';
import { type AgentAccounts, calcomAgentsResource } from '../../resources/calcom-agents.js';
import { badge } from '../../ui/badge.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { lateResource } from '../base/late-resource.js';
import { ListTable } from '../base/listing.js';
import { AccountAssignment, accountText } from './account-assignment.js';
import type { CalcomContext, TableWords } from './calcom-context.js';
import { tablesEn } from './tables.en.js';

/** A table of the agents with the account that each books through. Users with the permission can change the account. */
export class CalcomAgents {
  readonly #context: CalcomContext;
  readonly #agents: ListTable<Agent>;
  readonly #accounts: ResourceController<AgentAccounts>;
  readonly #assignment: AccountAssignment;

  constructor(context: CalcomContext) {
    this.#context = context;
    this.#agents = new ListTable(context, (session) => session.use(agentsResource).list);
    // Only the accounts of the agents on the current page are read, because each takes a request.
    this.#accounts = lateResource(context, (session) => {
      const { rows } = this.#agents;
      return rows && session.use(calcomAgentsResource).of(rows.map(({ id }) => id));
    });
    this.#assignment = new AccountAssignment(context);
  }

  get #words(): TableWords {
    return this.#context.locale().sibling(tablesEn);
  }

  render() {
    const { t } = this.#words;
    return html`<div class="listing agents">
      ${this.#agents.render({
        label: this.#context.locale().t('agents'),
        columns: [
          { id: 'name', label: t('agent'), cell: this.#nameCell },
          { id: 'account', label: t('account'), cell: this.#accountCell },
        ],
        empty: html`<p class="empty" part="empty">${t('noAgents')}</p>`,
      })}
    </div>`;
  }

  readonly #nameCell = ({ agent_name, status }: Agent) => {
    const { t } = this.#words;
    return html`<div class="title">
      ${clippedName(agent_name ?? t('unnamedAgent'))} ${status === 'INACTIVE' ? badge(t('paused')) : nothing}
    </div>`;
  };

  readonly #accountCell = (agent: Agent) => {
    const { t } = this.#words;
    const { state } = this.#accounts;
    if (state.status === 'idle' || state.status === 'loading') return this.#context.shared().t('loading');
    const account = state.status === 'ready' ? state.value.get(agent.id) : undefined;
    if (!account) {
      return html`<span class="muted">${t('unknownAccount')}</span>
        <button class="quiet" part="button" @click=${this.#tryAgain}>
          ${this.#context.shared().t('tryAgain')}<span class="hidden"> ${bidiIsolate(agent.agent_name ?? '')}</span>
        </button>`;
    }
    const mayManage = this.#context.mayManage();
    return html`${mayManage ? this.#assignment.render(agent, account) : accountText(account, this.#words)}
    ${account.connected && isBroken(account) ? html`<p class="facts warn">${t('isBroken')}</p>` : nothing}`;
  };

  /** The button goes with what it mends, so focus moves first. */
  readonly #tryAgain = (): void => {
    this.#context.pane.focus();
    void this.#accounts.refetch();
  };

  async refresh(): Promise<void> {
    await this.#agents.source.refetch();
    this.#accounts.update();
    await this.#accounts.refetch();
  }
}

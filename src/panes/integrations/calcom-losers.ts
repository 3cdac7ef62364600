import { html, nothing } from 'lit';
import { ResourceController } from '../../context/resource-controller.js';
import type { Agent } from '../../contract/agents.js';
import type { CalcomAccount } from '../../contract/calcom.js';
import { agentsResource } from '../../resources/agents.js';
import { type AgentAccounts, calcomAgentsResource } from '../../resources/calcom-agents.js';
import { trueOrder } from '../../ui/true-order.js';
import type { CalcomDesk, ChangingWords } from './calcom-desk.js';

/** Agents that are looked up at most before an account goes. */
const most = 200;

/** Which agents would lose an account; asked for while somebody is about to take it away. */
export class CalcomLosers {
  readonly #isAsked: () => boolean;
  readonly #agents: ResourceController<Agent[]>;
  readonly #accounts: ResourceController<AgentAccounts>;

  constructor(desk: CalcomDesk, isAsked: () => boolean) {
    this.#isAsked = isAsked;
    this.#agents = new ResourceController(desk.pane, (workspace) =>
      isAsked() ? workspace.use(agentsResource).list : undefined,
    );
    this.#accounts = new ResourceController(desk.pane, (workspace) => {
      const agents = isAsked() && this.#agents.value;
      return agents ? workspace.use(calcomAgentsResource).of(agents.slice(0, most).map(({ id }) => id)) : undefined;
    });
    for (const source of [this.#agents, this.#accounts]) source.attach(desk.workspace());
    desk.pane.addController({ hostUpdate: () => this.#update() });
  }

  #update(): void {
    this.#agents.update();
    this.#accounts.update();
  }

  render({ id }: CalcomAccount, { t }: ChangingWords) {
    if (!this.#isAsked()) return nothing;
    const agents = this.#agents.value;
    const accounts = this.#accounts.value;
    if (this.#agents.state.status === 'failed') return html`<p class="facts">${t('losesUnknown')}</p>`;
    if (!agents || !accounts) return html`<p class="facts">${t('asking')}</p>`;
    const losers = agents.filter((agent) => {
      const account = accounts.get(agent.id);
      return account?.type !== 'agent' && account?.calcom_account_id === id;
    });
    const isWhole = agents.length === accounts.size;
    return html`
      ${
        losers.length
          ? html`<p>${t('loses')}</p>
              <ul class="subject">
                ${losers.map((agent) => html`<li class="facts">${trueOrder(agent.agent_name ?? agent.id)}</li>`)}
              </ul>`
          : nothing
      }
      ${isWhole ? nothing : html`<p class="facts">${t('losesUnknown')}</p>`}
      ${isWhole && !losers.length ? html`<p class="facts">${t('losesNone')}</p>` : nothing}
    `;
  }
}

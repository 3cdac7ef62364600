import { html, nothing } from 'lit';
import { ResourceController } from '../../context/resource-controller.js';
import type { Agent } from '../../contract/agents.js';
import type { CalcomAccount } from '../../contract/calcom.js';
import { agentsResource } from '../../resources/agents.js';
import { type AgentAccounts, calcomAgentsResource } from '../../resources/calcom-agents.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import type { CalcomContext, DialogsWords } from './calcom-context.js';

/** Agents that are looked up at most before an account goes. */
const most = 200;

/** Which agents would lose an account; asked for while somebody is about to take it away. */
export class AffectedAgents {
  readonly #isAsked: () => boolean;
  readonly #agents: ResourceController<Agent[]>;
  readonly #accounts: ResourceController<AgentAccounts>;

  constructor(context: CalcomContext, isAsked: () => boolean) {
    this.#isAsked = isAsked;
    this.#agents = new ResourceController(context.pane, (session) =>
      isAsked() ? session.use(agentsResource).list : undefined,
    );
    this.#accounts = new ResourceController(context.pane, (session) => {
      const agents = isAsked() && this.#agents.value;
      return agents ? session.use(calcomAgentsResource).of(agents.slice(0, most).map(({ id }) => id)) : undefined;
    });
    for (const source of [this.#agents, this.#accounts]) source.onSessionChange(context.session());
    context.pane.addController({ hostUpdate: () => this.#update() });
  }

  #update(): void {
    this.#agents.update();
    this.#accounts.update();
  }

  render({ id }: CalcomAccount, { t }: DialogsWords) {
    if (!this.#isAsked()) return nothing;
    const agents = this.#agents.value;
    const accounts = this.#accounts.value;
    if (this.#agents.state.status === 'failed') return html`<p class="facts">${t('losesUnknown')}</p>`;
    if (!agents || !accounts) return html`<p class="facts">${t('asking')}</p>`;
    const affectedAgents = agents.filter((agent) => {
      const account = accounts.get(agent.id);
      return account?.type !== 'agent' && account?.calcom_account_id === id;
    });
    const isWhole = agents.length === accounts.size;
    return html`
      ${
        affectedAgents.length
          ? html`<p>${t('loses')}</p>
              <ul class="subject">
                ${affectedAgents.map((agent) => html`<li class="facts">${bidiIsolate(agent.agent_name ?? agent.id)}</li>`)}
              </ul>`
          : nothing
      }
      ${isWhole ? nothing : html`<p class="facts">${t('losesUnknown')}</p>`}
      ${isWhole && !affectedAgents.length ? html`<p class="facts">${t('losesNone')}</p>` : nothing}
    `;
  }
}

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ActionController } from '../../context/action-controller.js';
import { type Failure, failureMessage } from '../../context/approval.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { Agent } from '../../contract/agents.js';
import type { CalcomAgentAccount } from '../../contract/calcom-agents.js';
import { emit } from '../../events.js';
import { assignCalcomAgentAccount } from '../../resources/calcom-mutations.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import type { CalcomContext, TableWords } from './calcom-context.js';
import { tablesEn } from './tables.en.js';

/**
 * Assigns accounts to agents. The last choice wins: arrow keys choose every option that they pass, so only one write
 * runs at a time, and a choice that was changed meanwhile is not sent.
 */
export class AccountAssignment implements SessionObserver {
  readonly #context: CalcomContext;
  readonly #action: ActionController<void>;
  /** Choices that are not saved yet, by agent; an empty id for no account. */
  #chosen = new Map<string, { readonly agent: Agent; readonly accountId: string }>();
  /** Why the last choice for an agent was not saved. */
  #failures = new Map<string, Failure>();
  #isSaving = false;

  constructor(context: CalcomContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    context.pane.addSessionObserver(this);
  }

  get #words(): TableWords {
    return this.#context.locale().sibling(tablesEn);
  }

  render(agent: Agent, account: CalcomAgentAccount) {
    const { t } = this.#words;
    const { id, agent_name } = agent;
    const isPrivate = account.connected && account.type === 'agent';
    const saved = account.connected ? (account.calcom_account_id ?? '') : '';
    const value = this.#chosen.get(id)?.accountId ?? saved;
    const reason = this.#reasonOf(this.#failures.get(id));
    const described = [isPrivate && `private-${id}`, reason && `reason-${id}`].filter(Boolean).join(' ');
    return html`<select
        part="input"
        aria-label="${t('account')} ${agent_name ?? t('unnamedAgent')}"
        aria-describedby=${described || nothing}
        ?disabled=${isPrivate}
        @change=${(event: Event) => this.#choose(agent, (event.target as HTMLSelectElement).value)}
      >
        ${this.#options(account).map(
          ({ value: id, text }) => html`<option value=${id} .selected=${live(id === value)}>${text}</option>`,
        )}
      </select>
      ${isPrivate ? html`<p id="private-${id}" class="facts">${t('privateReason')}</p>` : nothing}
      ${reason ? html`<p id="reason-${id}" class="error" role="alert">${reason}</p>` : nothing}`;
  }

  #options({ connected, type, calcom_account_id: id = '', account_name }: CalcomAgentAccount) {
    const { t } = this.#words;
    const accounts = this.#context
      .accounts()
      .map((account) => ({ value: account.id, text: this.#context.nameOf(account) }));
    if (connected && type === 'agent') {
      return [{ value: id, text: account_name ? t('privateNamed', { name: account_name }) : t('privateAccount') }];
    }
    // The agent still books through a linked account that is no longer listed.
    const isUnlisted = connected && !accounts.some(({ value }) => value === id);
    const unlisted = isUnlisted ? [{ value: id, text: account_name ?? t('otherAccount') }] : [];
    return [{ value: '', text: t('noAccount') }, ...accounts, ...unlisted];
  }

  #choose(agent: Agent, accountId: string): void {
    this.#failures.delete(agent.id);
    this.#chosen.set(agent.id, { agent, accountId });
    this.#context.announce(this.#words.t('assigning'));
    if (!this.#isSaving) void this.#saveAll();
  }

  async #saveAll(): Promise<void> {
    this.#isSaving = true;
    try {
      for (let next = this.#next; next; next = this.#next) await this.#save(next);
    } catch (error) {
      this.#chosen.clear(); // shows the server's values again
      this.#context.announce('');
      throw error;
    } finally {
      this.#isSaving = false;
    }
  }

  get #next() {
    return this.#chosen.values().next().value;
  }

  async #save(choice: { readonly agent: Agent; readonly accountId: string }): Promise<void> {
    const { agent, accountId } = choice;
    const { id, agent_name: name = '' } = agent;
    const session = this.#context.session();
    const detail = { id, name };
    const isDone =
      !!session &&
      (await this.#action.run({ before: 'agni-before-assign-integration-account', detail }, () =>
        assignCalcomAgentAccount(session, id, accountId || null),
      ));
    if (isDone) emit(this.#context.pane, 'agni-integration-account-assigned', detail);
    if (this.#chosen.get(id) !== choice) return; // another choice or another session meanwhile
    this.#chosen.delete(id); // shows the server's value again
    const { error, failure } = this.#action;
    if (failure) this.#failures.set(id, failure);
    this.#context.announce(isDone ? this.#outcome(name, accountId) : '');
    if (error?.status === 403) this.#context.recheck();
  }

  #reasonOf(failure: Failure | undefined): string | undefined {
    return failureMessage(failure, this.#context.shared(), (error) => {
      const words = this.#words;
      const reason = words.find(`assign.${error.code}`) ?? this.#context.errorMessage(error);
      return `${reason} ${words.t(error.isAnswerLost ? 'perhapsAssigned' : 'notAssigned')}`;
    });
  }

  #outcome(agent: string, accountId: string): string {
    const { t } = this.#words;
    const account = this.#context.accounts().find(({ id }) => id === accountId);
    return account ? t('assigned', { agent, account: this.#context.nameOf(account) }) : t('unassigned', { agent });
  }

  onSessionChange(): void {
    this.#chosen = new Map();
    this.#failures = new Map();
  }

  onSignedOut(): void {
    this.onSessionChange();
  }
}

/** The account that an agent books through, in words. */
export function accountText({ connected, type, account_name }: CalcomAgentAccount, { t, fill }: TableWords) {
  if (!connected) return t('noAccount');
  if (type !== 'agent') return account_name ? clippedName(account_name) : t('otherAccount');
  if (!account_name) return t('privateAccount');
  const text = t('privateNamed', { name: account_name });
  return html`<span class="name" title=${text}>${fill('privateNamed', { name: bidiIsolate(account_name) })}</span>`;
}

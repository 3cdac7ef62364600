import { html, nothing } from 'lit';
import type { CalcomAccount } from '../../contract/calcom.js';
import { type AccountUsers, calcomAgentsResource } from '../../resources/calcom-agents.js';
import { disconnectCalcom } from '../../resources/calcom-mutations.js';
import type { Resource, ResourceState } from '../../resources/resource.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { ConfirmAction } from '../base/confirm-action.js';
import { lateResource } from '../base/late-resource.js';
import { focusRow, rowOf } from '../base/row-focus.js';
import type { CalcomContext, DialogsWords } from './calcom-context.js';

/** Disconnects one account, after a confirmation that names the agents that book through it. */
export function createAccountDisconnection(context: CalcomContext, words: () => DialogsWords) {
  let users: Resource<AccountUsers> | undefined;
  const action: ConfirmAction<CalcomAccount, 'agni-integration-disconnected'> = new ConfirmAction(context, {
    opened: ({ id }) => {
      users = context.session()?.use(calcomAgentsResource).usersOf(id);
    },
    events: {
      before: 'agni-before-disconnect-integration',
      after: 'agni-integration-disconnected',
      detail: (account) => ({ id: account.id, name: context.nameOf(account) }),
    },
    run: (session, { id }) => disconnectCalcom(session, id),
    isStale: () => context.isStale(),
    recheck: () => context.recheck(),
    rowOf: (account) => rowOf(context.pane, account),
    closed: (row) => focusRow(context.pane, row),
    message: (account) => words().t('disconnected', { name: context.nameOf(account) }),
    render: (account) => {
      const { t } = words();
      const { t: own, fill } = context.locale();
      return {
        heading: fill('disconnectNamed', { name: bidiIsolate(context.nameOf(account)) }),
        consequence: t('disconnectEffect'),
        facts: html`<div role="status">${renderUsers(affected.state, words())}</div>`,
        confirm: own('disconnect'),
        notDone: t('notDisconnected'),
        perhapsDone: t('perhapsDisconnected'),
      };
    },
  });
  const affected = lateResource(context, () => (action.isOpen ? users : undefined));
  return action;
}

function renderUsers(state: ResourceState<AccountUsers>, { t }: DialogsWords) {
  if (state.status === 'failed') return html`<p class="facts">${t('losesUnknown')}</p>`;
  if (state.status !== 'ready') return html`<p class="facts">${t('asking')}</p>`;
  const { agents, isPartial } = state.value;
  const names = agents.map(({ agent_name, id }) => html`<li class="facts">${bidiIsolate(agent_name ?? id)}</li>`);
  const rest = isPartial ? 'losesUnknown' : 'losesNone';
  return [
    names.length ? html`<p>${t('loses')}</p><ul class="subject">${names}</ul>` : nothing,
    isPartial || !names.length ? html`<p class="facts">${t(rest)}</p>` : nothing,
  ];
}

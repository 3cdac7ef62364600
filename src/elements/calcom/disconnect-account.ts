import { html } from 'lit';
import type { CalcomAccount } from '../../contract/calcom.js';
import { disconnectCalcom } from '../../resources/calcom-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { ConfirmAction } from '../base/confirm-action.js';
import { AffectedAgents } from './affected-agents.js';
import type { CalcomContext, DialogsWords } from './calcom-context.js';

/** Disconnects one account, after a confirmation that names the agents who lose it. */
export function createAccountDisconnection(context: CalcomContext, words: () => DialogsWords) {
  const action: ConfirmAction<CalcomAccount, 'agni-integration-disconnected'> = new ConfirmAction(context, {
    events: {
      before: 'agni-before-disconnect-integration',
      after: 'agni-integration-disconnected',
      detail: (account) => ({ id: account.id, name: context.nameOf(account) }),
    },
    run: (session, { id }) => disconnectCalcom(session, id),
    isStale: () => context.isStale(),
    recheck: () => context.recheck(),
    rowOf: (account) => context.rowOf(account),
    focus: (row) => context.focusRow(row),
    message: (account) => words().t('disconnected', { name: context.nameOf(account) }),
    render: (account) => {
      const { t } = words();
      const disconnect = context.locale().t('disconnect');
      return {
        heading: [disconnect, ' ', bidiIsolate(context.nameOf(account))],
        consequence: t('disconnectEffect'),
        facts: html`<div role="status">${affectedAgents.render(account, words())}</div>`,
        confirm: disconnect,
        notDone: t('notDisconnected'),
        perhapsDone: t('perhapsDisconnected'),
      };
    },
  });
  const affectedAgents = new AffectedAgents(context, () => action.isOpen);
  return action;
}

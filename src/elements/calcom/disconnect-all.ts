import { html } from 'lit';
import { AgniError } from '../../client/error.js';
import { failureMessage, requestApproval } from '../../context/approval.js';
import type { CalcomAccount } from '../../contract/calcom.js';
import { emit, failureOf } from '../../events.js';
import type { ApiSession } from '../../resources/api-session.js';
import { disconnectCalcom } from '../../resources/calcom-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { ConfirmAction } from '../base/confirm-action.js';
import { focusRow } from '../base/row-focus.js';
import type { CalcomContext, DialogsWords } from './calcom-context.js';

/** The outcome for one account. */
interface Outcome {
  readonly name: string;
  readonly isDone: boolean;
  /** Why the account is not disconnected, in words; not set if `isDone`. */
  readonly reason?: string | undefined;
}

/** Disconnects every account after a word was typed: one request, one pair of events and one outcome per account. */
export function createDisconnectAll(context: CalcomContext, words: () => DialogsWords) {
  let current = '';
  let outcomes: readonly Outcome[] = [];
  const failures = () => outcomes.filter(({ isDone }) => !isDone);

  const disconnect = async (session: ApiSession, account: CalcomAccount): Promise<Outcome> => {
    const detail = { id: account.id, name: context.nameOf(account) };
    current = detail.name;
    context.pane.requestUpdate();
    const { name } = detail;
    const refusal = await requestApproval(context.pane, 'agni-before-disconnect-integration', detail);
    if (refusal) {
      return { name, isDone: false, reason: failureMessage(refusal, context.shared(), context.errorMessage) };
    }
    try {
      await disconnectCalcom(session, account.id);
    } catch (error) {
      if (!(error instanceof AgniError)) throw error;
      emit(context.pane, 'agni-error', failureOf(error));
      if (error.isForbidden) await context.recheck();
      return { name, isDone: false, reason: context.errorMessage(error) };
    }
    emit(context.pane, 'agni-integration-disconnected', detail);
    return { name, isDone: true };
  };

  const renderOutcome = ({ name, isDone, reason }: Outcome) => {
    const { fill } = words();
    const shown = bidiIsolate(name);
    if (isDone) return html`<li class="facts">${fill('isDisconnected', { name: shown })}</li>`;
    return html`<li class="facts bad">${fill<unknown>('isNotDisconnected', { name: shown, reason })}</li>`;
  };

  return new ConfirmAction<'all', never, readonly Outcome[]>(context, {
    opened: () => {
      outcomes = [];
    },
    run: async (session) => {
      const results: Outcome[] = [];
      for (const account of context.accounts()) {
        if (context.session() !== session) break; // another user has signed in meanwhile
        results.push(await disconnect(session, account));
      }
      outcomes = results;
      return results;
    },
    isComplete: (results) => results.every(({ isDone }) => isDone),
    isStale: () => context.isStale(),
    closed: () => focusRow(context.pane, 0),
    message: (_all, results) => words().t('allDisconnected', { count: results.length }),
    render: () => {
      const { t, fill } = words();
      const accounts = context.accounts();
      const word = t('confirmWord');
      const left = failures().length;
      return {
        heading: context.locale().t('disconnectAll'),
        consequence: t('disconnectAllEffect', { count: accounts.length }),
        facts: html`<ul class="subject">
          ${
            outcomes.length
              ? outcomes.map(renderOutcome)
              : accounts.map((account) => html`<li class="facts">${bidiIsolate(context.nameOf(account))}</li>`)
          }
        </ul>`,
        typed: {
          text: word,
          label: t('confirm'),
          help: fill('confirmHelp', { word: html`<code translate="no">${word}</code>` }),
          mismatch: t('invalid.mismatch'),
          isCaseless: true,
        },
        confirm: context.locale().t('disconnectAll'),
        pending: t('disconnecting', { name: current }),
        incomplete: left ? t('someLeft', { count: left }) : undefined,
        notDone: t('notDisconnected'),
        perhapsDone: t('perhapsDisconnected'),
      };
    },
  });
}

import { html, nothing } from 'lit';
import type { Locale } from '../../locales/locale.js';
import { disconnectGhl } from '../../resources/ghl.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { ConfirmAction } from '../base/confirm-action.js';
import type { dialogsEn } from './dialogs.en.js';
import type { GhlContext } from './ghl-context.js';

const name = 'GoHighLevel';

/** Disconnects GoHighLevel, after a confirmation that names what stops working. */
export function createDisconnect(context: GhlContext, words: () => Locale<typeof dialogsEn>) {
  return new ConfirmAction<typeof name, 'agni-integration-disconnected'>(context, {
    events: {
      before: 'agni-before-disconnect-integration',
      after: 'agni-integration-disconnected',
      detail: () => ({ name }),
    },
    run: (session) => disconnectGhl(session),
    isStale: () => context.isStale(),
    recheck: () => context.recheck(),
    focus: () => context.focusAction(),
    message: () => words().t('disconnected'),
    render: () => {
      const { t } = words();
      const disconnect = context.locale().t('disconnect');
      return {
        heading: disconnect,
        consequence: t('disconnectEffect'),
        facts: renderConsequences(context, words()),
        confirm: disconnect,
        notDone: t('notDisconnected'),
        perhapsDone: t('perhapsDisconnected'),
      };
    },
  });
}

/** Which agents book through which calendars, as far as the browser knows; else how many agents there are. */
function renderConsequences(context: GhlContext, { t, fill }: Locale<typeof dialogsEn>) {
  const { agents, count } = context.consequences();
  if (!agents) return count ? html`<p class="facts">${context.locale().t('agents', { count })}</p>` : nothing;
  if (!agents.length) return nothing;
  return html`<div class="subject">
    <p>${t('stops')}</p>
    <ul>
      ${agents.map(
        ({ name: agent, calendars }) =>
          html`<li class="facts">
            ${fill<unknown>('booksThrough', {
              agent: bidiIsolate(agent),
              calendars: calendars.map((calendar, index) => [index ? ', ' : '', bidiIsolate(calendar)]),
            })}
          </li>`,
      )}
    </ul>
  </div>`;
}

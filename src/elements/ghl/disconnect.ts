import { html, nothing } from 'lit';
import type { GhlCalendar } from '../../contract/ghl.js';
import type { Locale } from '../../locales/locale.js';
import { type CalendarAgent, disconnectGhl, ghlBookingsResource } from '../../resources/ghl-bookings.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { nameList } from '../../ui/list-text.js';
import { ConfirmAction } from '../base/confirm-action.js';
import { lateResource } from '../base/late-resource.js';
import { dialogsEn } from './dialogs.en.js';
import type { GhlContext } from './ghl-context.js';

const name = 'GoHighLevel';

/** Disconnects GoHighLevel, after a confirmation that names the agents that stop booking. */
export function createDisconnect(context: GhlContext) {
  const words = () => context.locale().sibling(dialogsEn);
  const action: ConfirmAction<typeof name, 'agni-integration-disconnected'> = new ConfirmAction(context, {
    events: {
      before: 'agni-before-disconnect-integration',
      after: 'agni-integration-disconnected',
      detail: () => ({ name }),
    },
    run: (session) => disconnectGhl(session),
    isStale: () => context.isStale(),
    recheck: () => context.recheck(),
    closed: () => context.focusAction(),
    message: () => words().t('disconnected'),
    render: () => {
      const { t } = words();
      return {
        heading: context.locale().t('disconnect'),
        consequence: context.locale().t('disconnectEffect'),
        facts: html`<div role="status">${renderAffected()}</div>`,
        confirm: context.locale().t('disconnect'),
        notDone: t('notDisconnected'),
        perhapsDone: t('perhapsDisconnected'),
      };
    },
  });
  const bookings = () => (action.isOpen && context.isLive() ? context.session()?.use(ghlBookingsResource) : undefined);
  const calendars = lateResource(context, () => bookings()?.calendars);
  const calendarAgents = lateResource(context, () => bookings()?.calendarAgents);

  /** The agents and their calendars if both are loaded, else the number of agents. */
  function renderAffected() {
    if (calendars.value && calendarAgents.value) return affectedAgents(calendars.value, calendarAgents.value, words());
    const count = context.agentCount();
    return count ? html`<p class="facts">${context.locale().t('agentCount', { count })}</p>` : nothing;
  }

  return action;
}

function affectedAgents(
  calendars: readonly GhlCalendar[],
  calendarAgents: ReadonlyMap<string, CalendarAgent | null>,
  { t, fill, lang }: Locale<typeof dialogsEn>,
) {
  const agents = new Map<string, { readonly agent: string; readonly calendars: string[] }>();
  for (const calendar of calendars) {
    const calendarAgent = calendarAgents.get(calendar.id);
    if (!calendarAgent) continue;
    const key = calendarAgent.id ?? calendarAgent.name ?? '';
    const known = agents.get(key) ?? { agent: calendarAgent.name ?? key, calendars: [] };
    known.calendars.push(calendar.name);
    agents.set(key, known);
  }
  if (!agents.size) return nothing;
  return html`<p>${t('affected')}</p>
    <ul class="subject">
      ${[...agents.values()].map(
        ({ agent, calendars: names }) =>
          html`<li class="facts">
            ${fill<unknown>('booksThrough', {
              agent: bidiIsolate(agent),
              calendars: nameList(names, lang),
            })}
          </li>`,
      )}
    </ul>`;
}

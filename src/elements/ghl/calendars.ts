import { html, nothing } from 'lit';
import type { ResourceController } from '../../context/resource-controller.js';
import type { GhlCalendar } from '../../contract/ghl.js';
import type { Locale } from '../../locales/locale.js';
import { type CalendarAgent, ghlBookingsResource } from '../../resources/ghl-bookings.js';
import { badge } from '../../ui/badge.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { lateResource } from '../base/late-resource.js';
import { ListTable } from '../base/listing.js';
import type { GhlContext } from './ghl-context.js';
import { tablesEn } from './tables.en.js';

/** The calendars of the connected location, each with the agent that books through it. */
export class GhlCalendars {
  readonly #context: GhlContext;
  readonly #calendars: ListTable<GhlCalendar>;
  readonly #calendarAgents: ResourceController<ReadonlyMap<string, CalendarAgent | null>>;

  constructor(context: GhlContext) {
    this.#context = context;
    this.#calendars = new ListTable(context, (session) =>
      context.isLive() ? session.use(ghlBookingsResource).calendars : undefined,
    );
    this.#calendarAgents = lateResource(context, (session) =>
      context.isLive() ? session.use(ghlBookingsResource).calendarAgents : undefined,
    );
  }

  get #words(): Locale<typeof tablesEn> {
    return this.#context.locale().sibling(tablesEn);
  }

  render() {
    const { t } = this.#words;
    return html`<div class="listing calendars">
      ${this.#calendars.render({
        label: this.#context.locale().t('calendars'),
        columns: [
          { id: 'name', label: t('calendar'), cell: nameCell },
          { id: 'service', label: t('service'), cell: serviceCell },
          { id: 'agent', label: t('agent'), cell: this.#agentCell },
        ],
        empty: html`<p class="empty" part="empty">${t('noCalendars')}</p>`,
      })}
    </div>`;
  }

  readonly #agentCell = ({ id }: GhlCalendar) => {
    const { t } = this.#words;
    const { state } = this.#calendarAgents;
    if (state.status === 'idle' || state.status === 'loading') return this.#context.shared().t('loading');
    const calendarAgent = state.status === 'ready' ? state.value.get(id) : undefined;
    if (!calendarAgent) return html`<span class="muted">${t(calendarAgent === null ? 'noAgent' : 'unknown')}</span>`;
    return html`<div class="title">
      ${clippedName(calendarAgent.name ?? calendarAgent.id ?? '')} ${calendarAgent.isActive === false ? badge(t('paused')) : nothing}
    </div>`;
  };

  async refresh(): Promise<void> {
    await this.#calendars.source.refetch();
    await this.#calendarAgents.refetch();
  }
}

const nameCell = ({ name, description }: GhlCalendar) => html`${clippedName(name)}
${description ? html`<p class="facts clip" title=${description}>${bidiIsolate(description)}</p>` : nothing}`;

const serviceCell = ({ service_title }: GhlCalendar) => (service_title ? clippedName(service_title) : '–');

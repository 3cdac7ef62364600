import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ResourceController } from '../../context/resource-controller.js';
import type { GhlCalendar } from '../../contract/ghl.js';
import type { Locale } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import { type Booker, ghlBookingsResource } from '../../resources/ghl-bookings.js';
import { clippedName } from '../../ui/bidi-isolate.js';
import { pageOf, pager } from '../../ui/pager.js';
import { listing, subheading } from '../base/listing.js';
import type { Consequences, GhlContext } from './ghl-context.js';
import { tablesEn } from './tables.en.js';

/** The calendars of the connected location, each with the agent that books through it. */
export class GhlCalendars {
  readonly #context: GhlContext;
  readonly #calendars: ResourceController<GhlCalendar[]>;
  readonly #bookers: ResourceController<ReadonlyMap<string, Booker | null>>;
  #page = 0;

  constructor(context: GhlContext) {
    this.#context = context;
    const bookings = (session: ApiSession) => (context.isLive() ? session.use(ghlBookingsResource) : undefined);
    this.#calendars = new ResourceController(context.pane, (session) => bookings(session)?.calendars);
    this.#bookers = new ResourceController(context.pane, (session) => bookings(session)?.bookers);
    for (const source of [this.#calendars, this.#bookers]) source.onSessionChange(context.session());
  }

  get #words(): Locale<typeof tablesEn> {
    return this.#context.locale().sibling(tablesEn);
  }

  get bookers(): Consequences['agents'] {
    const bookers = this.#bookers.value;
    const calendars = this.#calendars.value;
    if (!bookers || !calendars) return undefined;
    const byAgent = new Map<string, { name: string; calendars: string[] }>();
    for (const { id, name } of calendars) {
      const booker = bookers.get(id);
      if (!booker) continue;
      const key = booker.id ?? booker.name ?? '';
      const agent = byAgent.get(key) ?? { name: booker.name ?? key, calendars: [] };
      agent.calendars.push(name);
      byAgent.set(key, agent);
    }
    return [...byAgent.values()];
  }

  /** Looks again at whether there is anything to ask for. */
  update(): void {
    this.#calendars.update();
    this.#bookers.update();
  }

  render(level: number) {
    return html`<section class="part">
      ${subheading(level, this.#words.t('calendars'))}
      ${listing(this.#calendars, this.#context, (calendars) => this.#renderTable(calendars))}
    </section>`;
  }

  #renderTable(calendars: readonly GhlCalendar[]) {
    const { t } = this.#words;
    if (!calendars.length) return html`<p class="muted">${t('noCalendars')}</p>`;
    const { start, end } = pageOf(this.#page, calendars.length);
    return html`<div class="table" part="table">
        <table aria-label=${t('calendars')}>
          <thead>
            <tr>
              <th scope="col">${t('name')}</th>
              <th scope="col">${t('service')}</th>
              <th scope="col">${t('agent')}</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(calendars.slice(start, end), ({ id }) => id, this.#renderRow)}
          </tbody>
        </table>
      </div>
      ${pager(this.#context.shared(), this.#page, calendars.length, this.#turn)}`;
  }

  readonly #renderRow = ({ id, name, description, service_title }: GhlCalendar) => html`<tr part="row">
    <th scope="row" part="cell">
      ${clippedName(name)} ${description ? html`<p class="facts">${clippedName(description)}</p>` : nothing}
    </th>
    <td part="cell">${service_title ? clippedName(service_title) : '–'}</td>
    <td part="cell">${this.#renderBooker(id)}</td>
  </tr>`;

  #renderBooker(calendarId: string) {
    const { t } = this.#words;
    const { state } = this.#bookers;
    if (state.status === 'idle' || state.status === 'loading') return this.#context.shared().t('loading');
    const booker = state.status === 'ready' ? state.value.get(calendarId) : undefined;
    if (booker === null) return html`<span class="muted">${t('noAgent')}</span>`;
    if (!booker) return html`<span class="muted">${t('unknown')}</span>`;
    const paused = html` <span class="badge" part="badge">${t('paused')}</span>`;
    return [clippedName(booker.name ?? booker.id ?? ''), booker.isActive === false ? paused : nothing];
  }

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.#context.pane.requestUpdate();
  };

  async refresh(): Promise<void> {
    await this.#calendars.refetch();
    await this.#bookers.refetch();
  }
}

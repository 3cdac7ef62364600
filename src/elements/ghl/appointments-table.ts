import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ResourceController, type SessionObserver } from '../../context/resource-controller.js';
import type { Agent } from '../../contract/agents.js';
import type { Appointment } from '../../contract/appointments.js';
import type { Locale } from '../../locales/locale.js';
import { agentsResource } from '../../resources/agents.js';
import { type AppointmentFilter, ghlBookingsResource, maxAppointments } from '../../resources/ghl-bookings.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { selectField } from '../../ui/field.js';
import { pageOf, pager } from '../../ui/pager.js';
import { dateTime, dateTimeText } from '../../ui/time.js';
import type { AppointmentDialog } from '../base/appointment-dialog.js';
import { listing, subheading } from '../base/listing.js';
import { ghlAppointmentDialog } from './appointment-details.js';
import { statusBadge, statusText } from './appointment-status.js';
import type { GhlContext } from './ghl-context.js';
import { tablesEn } from './tables.en.js';

/** Statuses the vendor's guide names, as its examples spell them. */
const usualStatuses = ['confirmed', 'cancelled', 'rescheduled'];

/** What agents booked through GoHighLevel, the latest first. */
export class GhlAppointments implements SessionObserver {
  readonly #context: GhlContext;
  readonly #found: ResourceController<Appointment[]>;
  readonly #agents: ResourceController<Agent[]>;
  readonly #dialog: AppointmentDialog<Appointment>;
  #filter: AppointmentFilter = {};
  #page = 0;
  /** Statuses and agents that were ever seen, as the server spells them: what to filter by. */
  #statuses = new Map<string, string>();
  #names = new Map<string, string>();

  constructor(context: GhlContext) {
    this.#context = context;
    this.#found = new ResourceController(context.pane, (session) =>
      context.isLive() ? session.use(ghlBookingsResource).appointments(this.#filter) : undefined,
    );
    this.#agents = new ResourceController(context.pane, (session) =>
      context.isLive() ? session.use(agentsResource).list : undefined,
    );
    this.#dialog = ghlAppointmentDialog(context);
    for (const source of [this.#found, this.#agents]) source.onSessionChange(context.session());
    context.pane.addSessionObserver(this);
  }

  get #words(): Locale<typeof tablesEn> {
    return this.#context.locale().sibling(tablesEn);
  }

  /** Looks again at whether there is anything to ask for, and what. */
  update(): void {
    this.#found.update();
    this.#agents.update();
  }

  render(level: number) {
    this.#learn();
    return html`<section class="part">
      ${subheading(level, this.#words.t('appointments'))} ${this.#renderFilters()}
      ${listing(this.#found, this.#context, (found) => this.#renderTable(found))} ${this.#dialog.render()}
    </section>`;
  }

  #learn(): void {
    for (const status of usualStatuses) this.#statuses.set(status, status);
    for (const { id, agent_name } of this.#agents.value ?? []) this.#names.set(id, agent_name ?? id);
    for (const { status, agent_id, agent_name } of this.#found.value ?? []) {
      if (status) this.#statuses.set(status.toLowerCase(), status);
      if (agent_id && !this.#names.has(agent_id)) this.#names.set(agent_id, agent_name ?? agent_id);
    }
  }

  #renderFilters() {
    const { t } = this.#words;
    const any = { value: '', text: t('any') };
    const statuses = [...this.#statuses.values()].map((value) => ({ value, text: statusText(value, this.#words) }));
    const agents = [...this.#names].map(([value, text]) => ({ value, text }));
    const { status = '', agent_id = '' } = this.#filter;
    return html`<div class="row tools" @change=${this.#choose}>
      ${selectField({ name: 'status', label: t('status'), value: status, options: [any, ...statuses] })}
      ${selectField({ name: 'agent_id', label: t('agent'), value: agent_id, options: [any, ...agents] })}
    </div>`;
  }

  readonly #choose = (event: Event): void => {
    const { name, value } = event.target as HTMLSelectElement;
    this.#filter = { ...this.#filter, [name]: value || undefined };
    this.#page = 0;
    this.#found.update();
  };

  #renderTable(found: readonly Appointment[]) {
    const { t } = this.#words;
    const isFiltered = this.#filter.status || this.#filter.agent_id;
    if (!found.length) return html`<p class="muted">${t(isFiltered ? 'noneMatch' : 'noAppointments')}</p>`;
    const { start, end } = pageOf(this.#page, found.length);
    return html`<div class="table" part="table">
        <table aria-label=${t('appointments')}>
          <thead>
            <tr>
              <th scope="col">${t('contact')}</th>
              <th scope="col">${t('when')}</th>
              <th scope="col">${t('agent')}</th>
              <th scope="col">${t('status')}</th>
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${repeat(found.slice(start, end), ({ id }) => id, this.#renderRow)}
          </tbody>
        </table>
      </div>
      ${pager(this.#context.shared(), this.#page, found.length, this.#turn)}
      ${found.length >= maxAppointments ? html`<p class="muted">${t('latest', { count: found.length })}</p>` : nothing}`;
  }

  readonly #renderRow = (appointment: Appointment) => {
    const { t, lang } = this.#words;
    const { contact_name, appointment_time, agent_id, agent_name, status } = appointment;
    const contact = contact_name ? bidiIsolate(contact_name) : t('nobody');
    const agent = agent_name ?? this.#names.get(agent_id ?? '') ?? agent_id;
    return html`<tr part="row">
      <th scope="row" part="cell">${contact_name ? clippedName(contact_name) : contact}</th>
      <td part="cell">${appointment_time ? dateTime(appointment_time, lang) : '–'}</td>
      <td part="cell">${agent ? clippedName(agent) : '–'}</td>
      <td part="cell">${status ? statusBadge(status, this.#words) : '–'}</td>
      <td part="cell" class="actions">
        <button class="quiet" part="button" @click=${() => this.#dialog.open(appointment)}>
          ${t('details')}<span class="hidden"> ${contact} ${appointment_time && dateTimeText(appointment_time, lang)}</span>
        </button>
      </td>
    </tr>`;
  };

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.#context.pane.requestUpdate();
  };

  async refresh(): Promise<void> {
    await Promise.all([this.#found.refetch(), this.#agents.refetch()]);
  }

  onSessionChange(): void {
    this.#filter = {};
    this.#page = 0;
    this.#statuses = new Map();
    this.#names = new Map();
    this.update();
  }

  onSignedOut(): void {
    this.onSessionChange();
  }
}

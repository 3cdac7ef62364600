import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Follower, ResourceController } from '../../context/resource-controller.js';
import { type Booking, calcomBookingsResource, mostBookings } from '../../resources/calcom-bookings.js';
import { dateTime, dateTimeText } from '../../ui/date-time.js';
import { selectField } from '../../ui/field.js';
import { pageOf, pager } from '../../ui/pager.js';
import { clippedName, trueOrder } from '../../ui/true-order.js';
import type { AppointmentDialog } from './appointment-dialog.js';
import { calcomAppointmentDialog } from './calcom-appointment-dialog.js';
import { bookingStatusBadge, bookingStatusText } from './calcom-booking-status.js';
import type { CalcomDesk, TableWords } from './calcom-desk.js';
import { tablesEn } from './calcom-tables-en.js';
import { listing, subheading } from './listing.js';

/** Statuses that Cal.com gives bookings, as it spells them. */
const usualStatuses = ['accepted', 'pending', 'cancelled', 'rejected'];

/** What is booked in the primary account, the latest first. */
export class CalcomAppointments implements Follower {
  readonly #desk: CalcomDesk;
  readonly #found: ResourceController<Booking[]>;
  readonly #dialog: AppointmentDialog<Booking>;
  #status = '';
  #page = 0;
  /** Statuses that were ever seen, as the server spells them: what to filter by. */
  #statuses = new Map<string, string>();

  constructor(desk: CalcomDesk) {
    this.#desk = desk;
    this.#found = new ResourceController(desk.pane, (workspace) =>
      desk.isConnected() ? workspace.use(calcomBookingsResource).appointments(this.#status) : undefined,
    );
    this.#dialog = calcomAppointmentDialog(desk);
    this.#found.attach(desk.workspace());
    desk.pane.follow(this);
  }

  get #words(): TableWords {
    return this.#desk.locale().sibling(tablesEn);
  }

  /** Looks again at whether there is anything to ask for, and what. */
  update(): void {
    this.#found.update();
  }

  render(level: number) {
    for (const status of usualStatuses) if (!this.#statuses.has(status)) this.#statuses.set(status, status);
    for (const { status } of this.#found.value ?? []) if (status) this.#statuses.set(status.toLowerCase(), status);
    return html`<section class="part">
      ${subheading(level, this.#words.t('appointments'))} ${this.#renderFilter()}
      ${listing(this.#found, this.#desk, (found) => this.#renderTable(found))} ${this.#dialog.render()}
    </section>`;
  }

  #renderFilter() {
    const { t } = this.#words;
    const any = { value: '', text: t('any') };
    const statuses = [...this.#statuses.values()].map((value) => ({
      value,
      text: bookingStatusText(value, this.#words),
    }));
    return html`<div class="row tools" @change=${this.#choose}>
      ${selectField({ name: 'status', label: t('status'), value: this.#status, options: [any, ...statuses] })}
    </div>`;
  }

  readonly #choose = (event: Event): void => {
    this.#status = (event.target as HTMLSelectElement).value;
    this.#page = 0;
    this.#found.update();
  };

  #renderTable(found: readonly Booking[]) {
    const { t } = this.#words;
    if (!found.length) return html`<p class="muted">${t(this.#status ? 'noneMatch' : 'noAppointments')}</p>`;
    const { start, end } = pageOf(this.#page, found.length);
    return html`<div class="table" part="table" role="group" aria-label=${t('appointments')} tabindex="0">
        <table aria-label=${t('appointments')}>
          <thead>
            <tr>
              <th scope="col">${t('attendee')}</th>
              <th scope="col">${t('when')}</th>
              <th scope="col">${t('status')}</th>
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${repeat(found.slice(start, end), ({ id }) => id, this.#renderRow)}
          </tbody>
        </table>
      </div>
      ${pager(this.#desk.shared(), this.#page, found.length, this.#turn)}
      ${found.length >= mostBookings ? html`<p class="muted">${t('latest', { count: found.length })}</p>` : nothing}`;
  }

  readonly #renderRow = (booking: Booking) => {
    const { t, lang } = this.#words;
    const { name, email, start, minutes: count, status } = booking;
    const whom = name || email;
    const attendee = whom ? trueOrder(whom) : t('nobody');
    return html`<tr part="row">
      <th scope="row" part="cell">${whom ? clippedName(whom) : attendee}</th>
      <td part="cell">
        ${start ? dateTime(start, lang) : '–'}
        ${count === undefined ? nothing : html`<p class="facts">${t('minutes', { count })}</p>`}
      </td>
      <td part="cell">${status ? bookingStatusBadge(status, this.#words) : '–'}</td>
      <td part="cell" class="actions">
        <button class="quiet" part="button" @click=${() => this.#dialog.open(booking)}>
          ${t('details')}<span class="hidden"> ${attendee} ${start && dateTimeText(start, lang)}</span>
        </button>
      </td>
    </tr>`;
  };

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.#desk.pane.requestUpdate();
  };

  async refresh(): Promise<void> {
    await this.#found.load();
  }

  attach(): void {
    this.#status = '';
    this.#page = 0;
    this.#statuses = new Map();
    this.update();
  }

  forget(): void {
    this.attach();
  }
}

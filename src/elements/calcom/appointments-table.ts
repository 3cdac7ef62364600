import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ResourceController, type SessionObserver } from '../../context/resource-controller.js';
import { type Booking, calcomBookingsResource, maxBookings } from '../../resources/calcom-bookings.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { selectField } from '../../ui/field.js';
import { pageOf, pager } from '../../ui/pager.js';
import { dateTime, dateTimeText } from '../../ui/time.js';
import type { AppointmentDialog } from '../base/appointment-dialog.js';
import { listing, subheading } from '../base/listing.js';
import { calcomAppointmentDialog } from './appointment-details.js';
import { bookingStatusBadge, bookingStatusText } from './booking-status.js';
import type { CalcomContext, TableWords } from './calcom-context.js';
import { tablesEn } from './tables.en.js';

/** Statuses that Cal.com gives bookings, as it spells them. */
const usualStatuses = ['accepted', 'pending', 'cancelled', 'rejected'];

/** What is booked in the primary account, the latest first. */
export class CalcomAppointments implements SessionObserver {
  readonly #context: CalcomContext;
  readonly #found: ResourceController<Booking[]>;
  readonly #dialog: AppointmentDialog<Booking>;
  #status = '';
  #page = 0;
  /** Statuses that were ever seen, as the server spells them: what to filter by. */
  #statuses = new Map<string, string>();

  constructor(context: CalcomContext) {
    this.#context = context;
    this.#found = new ResourceController(context.pane, (session) =>
      context.isConnected() ? session.use(calcomBookingsResource).appointments(this.#status) : undefined,
    );
    this.#dialog = calcomAppointmentDialog(context);
    this.#found.onSessionChange(context.session());
    context.pane.addSessionObserver(this);
  }

  get #words(): TableWords {
    return this.#context.locale().sibling(tablesEn);
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
      ${listing(this.#found, this.#context, (found) => this.#renderTable(found))} ${this.#dialog.render()}
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
    return html`<div class="table" part="table">
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
      ${pager(this.#context.shared(), this.#page, found.length, this.#turn)}
      ${found.length >= maxBookings ? html`<p class="muted">${t('latest', { count: found.length })}</p>` : nothing}`;
  }

  readonly #renderRow = (booking: Booking) => {
    const { t, lang } = this.#words;
    const { name, email, start, minutes: count, status } = booking;
    const whom = name || email;
    const attendee = whom ? bidiIsolate(whom) : t('nobody');
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
    this.#context.pane.requestUpdate();
  };

  async refresh(): Promise<void> {
    await this.#found.refetch();
  }

  onSessionChange(): void {
    this.#status = '';
    this.#page = 0;
    this.#statuses = new Map();
    this.update();
  }

  onSignedOut(): void {
    this.onSessionChange();
  }
}

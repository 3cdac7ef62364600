import { html, nothing } from 'lit';
import { type Follower, ResourceController } from '../../context/resource-controller.js';
import { type Booking, calcomBookingsResource } from '../../resources/calcom-bookings.js';
import type { Resource } from '../../resources/resource.js';
import { dateTime } from '../../ui/date-time.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { trueOrder } from '../../ui/true-order.js';
import { bookingStatusBadge } from './calcom-booking-status.js';
import type { CalcomDesk, TableWords } from './calcom-desk.js';
import { tablesEn } from './calcom-tables-en.js';
import { appointmentStyles } from './ghl-appointment-dialog.js';

export { appointmentStyles as bookingStyles };

/** Everything that is known of one booking, as the list told it and then as it's now. Managing it is no setting. */
export class CalcomAppointmentDialog implements Follower {
  readonly #desk: CalcomDesk;
  readonly #fresh: ResourceController<Booking>;
  #shown: Booking | undefined;
  #resource: Resource<Booking> | undefined;

  constructor(desk: CalcomDesk) {
    this.#desk = desk;
    this.#fresh = new ResourceController(desk.pane, () => this.#resource);
    this.#fresh.attach(desk.workspace());
    desk.pane.follow(this);
  }

  open(booking: Booking): void {
    this.#show(booking);
  }

  #show(booking: Booking | undefined): void {
    this.#shown = booking;
    this.#resource = booking && this.#desk.workspace()?.use(calcomBookingsResource).appointment(booking.id);
    this.#fresh.update();
    this.#desk.pane.requestUpdate();
  }

  render() {
    if (!this.#shown) return nothing;
    const words = this.#desk.locale().sibling(tablesEn);
    const { t } = words;
    const { state } = this.#fresh;
    const booking = state.status === 'ready' ? { ...this.#shown, ...known(state.value) } : this.#shown;
    return dialog({
      heading: booking.name ? trueOrder(booking.name) : t('appointment'),
      closed: () => this.#show(undefined),
      content: html`
        <dl>
          ${factsOf(booking, words).map(([label, value]) =>
            value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing,
          )}
        </dl>
        <p class="error" role="alert">${state.status === 'failed' ? this.#desk.say(state.error) : nothing}</p>
        <div class="row">
          <button class="secondary" part="button" autofocus @click=${closeDialog}>${t('close')}</button>
        </div>
      `,
    });
  }

  attach(): void {
    this.#show(undefined);
  }

  forget(): void {
    this.#show(undefined);
  }
}

function factsOf(booking: Booking, words: TableWords): [label: string, value: unknown][] {
  const { t, lang } = words;
  const { start, end, minutes: count, status, timezone, email, phone, url } = booking;
  return [
    [t('when'), start && dateTime(start, lang)],
    [t('end'), end && dateTime(end, lang)],
    [t('length'), count !== undefined && t('minutes', { count })],
    [t('status'), status && bookingStatusBadge(status, words)],
    [t('timezone'), timezone && trueOrder(timezone)],
    [t('email'), email && trueOrder(email)],
    [t('phone'), phone && html`<bdi dir="ltr">${phone}</bdi>`],
    [t('meeting'), url && meetingLink(url)],
    [t('uid'), html`<code dir="ltr">${booking.id}</code>`],
  ];
}

/** A link where it leads to a page of the web; anything else stays text. */
function meetingLink(url: string) {
  if (!/^https?:\/\//i.test(url)) return trueOrder(url);
  return html`<a href=${url} target="_blank" rel="noopener noreferrer"><bdi dir="ltr">${url}</bdi></a>`;
}

/** Without what the answer leaves open. The id stays the one it was found by. */
function known({ id, ...booking }: Booking): Partial<Booking> {
  return Object.fromEntries(Object.entries(booking).filter(([, value]) => value !== undefined));
}

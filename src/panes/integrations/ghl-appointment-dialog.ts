import { css, html, nothing } from 'lit';
import { type Follower, ResourceController } from '../../context/resource-controller.js';
import type { Appointment } from '../../contract/appointments.js';
import type { Locale } from '../../locales/locale.js';
import { ghlBookingsResource } from '../../resources/ghl-bookings.js';
import type { Resource } from '../../resources/resource.js';
import { dialogs } from '../../theme/dialogs.js';
import { dateTime } from '../../ui/date-time.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { trueOrder } from '../../ui/true-order.js';
import { statusBadge } from './ghl-appointment-status.js';
import type { GhlDesk } from './ghl-desk.js';
import { tablesEn } from './ghl-tables-en.js';

/** Looks of what is loaded with it. */
export const appointmentStyles = [
  dialogs,
  css`
    dialog dl {
      display: grid;
      grid-template-columns: fit-content(40%) minmax(0, 1fr);
      gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    }
    dialog dl > div {
      display: contents;
    }
    dialog dt {
      color: var(--_muted);
    }
    dialog .error:empty {
      display: none;
    }
  `,
];

/** Everything that is known of one appointment, as the list told it and then as it's now. Managing it is no setting. */
export class GhlAppointmentDialog implements Follower {
  readonly #desk: GhlDesk;
  readonly #fresh: ResourceController<Appointment>;
  #shown: Appointment | undefined;
  #resource: Resource<Appointment> | undefined;

  constructor(desk: GhlDesk) {
    this.#desk = desk;
    this.#fresh = new ResourceController(desk.pane, () => this.#resource);
    this.#fresh.attach(desk.workspace());
    desk.pane.follow(this);
  }

  open(appointment: Appointment): void {
    this.#show(appointment);
  }

  #show(appointment: Appointment | undefined): void {
    this.#shown = appointment;
    this.#resource = appointment && this.#desk.workspace()?.use(ghlBookingsResource).appointment(appointment.id);
    this.#fresh.update();
    this.#desk.pane.requestUpdate();
  }

  render() {
    if (!this.#shown) return nothing;
    const words: Locale<typeof tablesEn> = this.#desk.locale().sibling(tablesEn);
    const { t } = words;
    const { state } = this.#fresh;
    const appointment = state.status === 'ready' ? { ...this.#shown, ...known(state.value) } : this.#shown;
    const name = appointment.contact_name;
    return dialog({
      heading: name ? trueOrder(name) : t('appointment'),
      closed: () => this.#show(undefined),
      content: html`
        <dl>
          ${this.#facts(appointment, words).map(([label, value]) =>
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

  #facts(appointment: Appointment, words: Locale<typeof tablesEn>): [label: string, value: unknown][] {
    const { t, lang } = words;
    const { appointment_time, end_time, status, contact_email, contact_phone, ghl_appointment_id } = appointment;
    const agent = appointment.agent_name ?? appointment.agent_id;
    return [
      [t('when'), appointment_time && dateTime(appointment_time, lang)],
      [t('end'), end_time && dateTime(end_time, lang)],
      [t('status'), status && statusBadge(status, words)],
      [t('agent'), agent && trueOrder(agent)],
      [t('email'), contact_email && trueOrder(contact_email)],
      [t('phone'), contact_phone && html`<bdi dir="ltr">${contact_phone}</bdi>`],
      [t('id'), html`<code dir="ltr">${appointment.id}</code>`],
      [t('ghlId'), ghl_appointment_id && html`<code dir="ltr">${ghl_appointment_id}</code>`],
    ];
  }

  attach(): void {
    this.#show(undefined);
  }

  forget(): void {
    this.#show(undefined);
  }
}

/** Without what the answer leaves open. */
function known(appointment: Appointment): Partial<Appointment> {
  return Object.fromEntries(Object.entries(appointment).filter(([, value]) => value !== undefined));
}

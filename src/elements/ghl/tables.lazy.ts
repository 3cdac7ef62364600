import { css } from 'lit';
import { ghlBookingsResource } from '../../resources/ghl-bookings.js';
import { Appointments, appointmentStyles } from '../base/appointments.js';
import { GhlCalendars } from './calendars.js';
import type { GhlContext } from './ghl-context.js';

/** Styles that load with the tables. */
export const tableStyles = [
  ...appointmentStyles,
  css`
    .calendars {
      --_columns: minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr);
    }
    @container (width < 40rem) {
      .calendars tbody th {
        flex-basis: 100%;
      }
    }
  `,
];

/** The calendars and appointments of a connection. */
export class GhlTables {
  readonly calendars: GhlCalendars;
  readonly appointments: Appointments;

  constructor(context: GhlContext) {
    this.calendars = new GhlCalendars(context);
    this.appointments = new Appointments(context, {
      list: (session, filter) =>
        context.isLive() ? session.use(ghlBookingsResource).appointments.of(filter) : undefined,
      one: (session, id) => session.use(ghlBookingsResource).appointment(id),
      statuses: ['confirmed', 'cancelled', 'rescheduled'],
      hasAgents: true,
    });
  }

  async refresh(): Promise<void> {
    await Promise.all([this.calendars.refresh(), this.appointments.refresh()]);
  }
}

import { css } from 'lit';
import { calcomBookingsResource } from '../../resources/calcom-bookings.js';
import { Appointments, appointmentStyles } from '../base/appointments.js';
import { CalcomAgents } from './agents.js';
import type { CalcomContext } from './calcom-context.js';
import { CalcomEventTypes } from './event-types.js';

/** Styles that load with the tables. */
export const tableStyles = [
  ...appointmentStyles,
  css`
    .event-types {
      --_columns: minmax(0, 3fr) minmax(0, 2fr) auto auto auto;
    }
    .agents {
      --_columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .agents tbody td {
      padding-block: calc(2 * var(--_space));
    }
    td .error {
      margin-block-start: var(--_space);
    }
    .found:empty {
      display: none;
    }
    @container (width < 40rem) {
      .event-types tbody [data-key='title'] {
        flex: 1 1 0;
        min-inline-size: 0;
      }
      /* Breaks the line after the title and its status. */
      .event-types tbody tr::after {
        content: '';
        flex-basis: 100%;
        order: 1;
      }
      .event-types [data-key='status'] {
        order: 1;
      }
      .agents tbody td {
        flex: 1 1 100%;
        margin-block-start: var(--_space);
        padding: 0;
      }
    }
  `,
];

/** The event types and appointments of the connected accounts, and the account of each agent. */
export class CalcomTables {
  readonly eventTypes: CalcomEventTypes;
  readonly appointments: Appointments;
  readonly agents: CalcomAgents;

  constructor(context: CalcomContext) {
    this.eventTypes = new CalcomEventTypes(context);
    this.agents = new CalcomAgents(context);
    this.appointments = new Appointments(context, {
      list: (session, filter) =>
        context.isConnected() ? session.use(calcomBookingsResource).appointments.of(filter) : undefined,
      one: (session, id) => session.use(calcomBookingsResource).appointment(id),
      statuses: ['accepted', 'pending', 'cancelled', 'rejected'],
      hasAgents: false,
    });
  }

  async refresh(): Promise<void> {
    await Promise.all([this.eventTypes.refresh(), this.agents.refresh(), this.appointments.refresh()]);
  }
}

import { controls } from '../../theme/controls.js';
import { tables } from '../../theme/tables.js';
import { appointmentStyles } from './appointment-dialog.js';
import { CalcomAgents } from './calcom-agents.js';
import { CalcomAppointments } from './calcom-appointments.js';
import type { CalcomDesk } from './calcom-desk.js';
import { CalcomEventTypes } from './calcom-event-types.js';
import { calcomTableStyles } from './calcom-tables.styles.js';
import { listingStyles } from './listing.js';

/** Looks of what is loaded with it. */
export const tableStyles = [controls, tables, listingStyles, calcomTableStyles, ...appointmentStyles];

/** Which agents book through which account, and what can be and was booked. */
export class CalcomTables {
  readonly #desk: CalcomDesk;
  readonly #agents: CalcomAgents;
  readonly #eventTypes: CalcomEventTypes;
  readonly #appointments: CalcomAppointments;

  constructor(desk: CalcomDesk) {
    this.#desk = desk;
    this.#agents = new CalcomAgents(desk);
    this.#eventTypes = new CalcomEventTypes(desk);
    this.#appointments = new CalcomAppointments(desk);
    desk.pane.addController({
      // Where nothing is connected there is nothing to ask for, besides what agents have to themselves.
      hostUpdate: () => {
        this.#eventTypes.update();
        this.#appointments.update();
        this.#agents.update();
      },
    });
  }

  /** `level` is that of the tables' headings. */
  render(level: number) {
    const isConnected = this.#desk.isConnected();
    return [
      this.#agents.render(level),
      isConnected ? [this.#eventTypes.render(level), this.#appointments.render(level)] : undefined,
    ];
  }

  async refresh(): Promise<void> {
    await Promise.all([this.#agents.refresh(), this.#eventTypes.refresh(), this.#appointments.refresh()]);
  }
}

import { controls } from '../../theme/controls.js';
import { tables } from '../../theme/tables.js';
import { appointmentStyles } from '../base/appointment-dialog.js';
import { listingStyles } from '../base/listing.js';
import { CalcomAgents } from './agents-table.js';
import { CalcomAppointments } from './appointments-table.js';
import type { CalcomContext } from './calcom-context.js';
import { CalcomEventTypes } from './event-types-table.js';
import { calcomTableStyles } from './tables.styles.js';

/** Looks of what is loaded with it. */
export const tableStyles = [controls, tables, listingStyles, calcomTableStyles, ...appointmentStyles];

/** Which agents book through which account, and what can be and was booked. */
export class CalcomTables {
  readonly #context: CalcomContext;
  readonly #agents: CalcomAgents;
  readonly #eventTypes: CalcomEventTypes;
  readonly #appointments: CalcomAppointments;

  constructor(context: CalcomContext) {
    this.#context = context;
    this.#agents = new CalcomAgents(context);
    this.#eventTypes = new CalcomEventTypes(context);
    this.#appointments = new CalcomAppointments(context);
    context.pane.addController({
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
    const isConnected = this.#context.isConnected();
    return [
      this.#agents.render(level),
      isConnected ? [this.#eventTypes.render(level), this.#appointments.render(level)] : undefined,
    ];
  }

  async refresh(): Promise<void> {
    await Promise.all([this.#agents.refresh(), this.#eventTypes.refresh(), this.#appointments.refresh()]);
  }
}

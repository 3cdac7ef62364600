import type { ReactiveController } from 'lit';
import { controls } from '../../theme/controls.js';
import { tables } from '../../theme/tables.js';
import { appointmentStyles } from '../base/appointment-dialog.js';
import { listingStyles } from '../base/listing.js';
import { GhlAppointments } from './appointments-table.js';
import { GhlCalendars } from './calendars-table.js';
import type { Consequences, GhlContext } from './ghl-context.js';

/** Looks of what is loaded with it. */
export const tableStyles = [controls, tables, listingStyles, ...appointmentStyles];

/** What a connection gives access to: calendars, and what was booked in them. Fetched once there is one. */
export class GhlTables implements ReactiveController {
  readonly #calendars: GhlCalendars;
  readonly #appointments: GhlAppointments;

  constructor(context: GhlContext) {
    this.#calendars = new GhlCalendars(context);
    this.#appointments = new GhlAppointments(context);
    context.pane.addController(this);
  }

  /** Without a connection that's good nothing is asked for. */
  hostUpdate(): void {
    this.#calendars.update();
    this.#appointments.update();
  }

  /** The agents that book, each with its calendars; `undefined` where that isn't known. */
  get bookers(): Consequences['agents'] {
    return this.#calendars.bookers;
  }

  /** `level` is that of the tables' headings. */
  render(level: number) {
    return [this.#calendars.render(level), this.#appointments.render(level)];
  }

  async refresh(): Promise<void> {
    await Promise.all([this.#calendars.refresh(), this.#appointments.refresh()]);
  }
}

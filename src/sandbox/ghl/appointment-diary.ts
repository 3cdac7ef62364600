import type * as z from 'zod/mini';
import type { appointmentAction } from '../../contract/appointments.js';
import { notFound, Refusal, unacceptable } from '../http/http-error.js';
import { bookableMoments, type FreeDay, WallClock } from './appointment-slots.js';

/** What somebody wants of an appointment (docs/contract.md 10.8). */
export type Action = z.output<typeof appointmentAction>;

/** What is known of an appointment: enough to tell of it. */
export interface Booked {
  readonly id: string;
  readonly appointment_time: string;
}

/** The appointments of one agent with one provider. */
export interface Bookings {
  /** Moments at which nothing else can be booked. */
  taken(): Promise<readonly string[]>;
  add(appointment_time: string, contact: Pick<Action, 'name' | 'email' | 'phone'>): Promise<Booked>;
  /** One that isn't cancelled, by any of its ids. */
  find(id: string): Promise<Booked | undefined>;
  move(id: string, appointment_time: string): Promise<void>;
  cancel(id: string): Promise<void>;
}

/** What came of managing an appointment, as docs/contract.md 10.8 has it. */
export interface Outcome {
  success: boolean;
  message: string;
  summary: string;
  action: Action['action'];
  agent_name: string;
  appointment_id?: string;
  date_time?: string;
  action_required?: string;
  available_slots?: readonly FreeDay[];
}

const usualDays = 7;
const mostDays = 30;
/** Times that are proposed where nobody asked for all. */
const proposals = 3;

/** Books, moves and cancels what an agent agrees on during a call, and tells what is free. */
export class Diary {
  readonly #bookings: Bookings;
  readonly #body: Action;
  readonly #agentName: string;
  readonly #now: number;
  readonly #clock: WallClock;

  /** Throws 422 for a time zone nobody knows. */
  constructor(bookings: Bookings, body: Action, agentName: string, now: number) {
    this.#bookings = bookings;
    this.#body = body;
    this.#agentName = agentName;
    this.#now = now;
    try {
      this.#clock = new WallClock(body.timezone);
    } catch {
      throw unacceptable({ timezone: ['unknown'] });
    }
  }

  async carryOut(): Promise<Outcome> {
    const { action } = this.#body;
    if (action === 'book') return this.#book();
    if (action === 'reschedule') return this.#reschedule();
    if (action === 'cancel') return this.#cancel();
    const free = await this.#free();
    const shown = action === 'suggest' ? free.slice(0, proposals) : free;
    return this.#say(`${shown.length} free`, { available_slots: this.#clock.byDay(shown) });
  }

  async #book(): Promise<Outcome> {
    const { name, email, phone } = this.#body;
    this.#demand('name', name);
    if (!email && !phone) throw unacceptable({ email: ['required'], phone: ['required'] });
    const moment = await this.#wanted();
    return this.#done('Booked', await this.#bookings.add(new Date(moment).toISOString(), this.#body));
  }

  async #reschedule(): Promise<Outcome> {
    const known = await this.#known();
    const moment = await this.#wanted();
    const appointment_time = new Date(moment).toISOString();
    await this.#bookings.move(known.id, appointment_time);
    return this.#done('Moved', { id: known.id, appointment_time });
  }

  async #cancel(): Promise<Outcome> {
    const known = await this.#known();
    await this.#bookings.cancel(known.id);
    return this.#done('Cancelled', known);
  }

  #demand(field: string, value: string | undefined): void {
    if (!value?.trim()) throw unacceptable({ [field]: ['required'] });
  }

  /** The appointment that is meant. One that's cancelled can't be moved or cancelled again. */
  async #known(): Promise<Booked> {
    const { appointment_id: id = '' } = this.#body;
    this.#demand('appointment_id', id);
    const known = await this.#bookings.find(id);
    if (!known) throw notFound('There is no such appointment');
    return known;
  }

  /** The time that is asked for, if it's free. Throws 422 SLOT_UNAVAILABLE with others that are. */
  async #wanted(): Promise<number> {
    const { appointment_datetime: text = '', action } = this.#body;
    this.#demand('appointment_datetime', text);
    const moment = this.#clock.find(text, await this.#free(mostDays));
    if (moment !== undefined) return moment;
    const available_slots = this.#clock.byDay((await this.#free()).slice(0, proposals));
    const summary = 'That time is not free';
    const details = { summary, action, action_required: 'choose_slot', agent_name: this.#agentName, available_slots };
    throw new Refusal(422, 'SLOT_UNAVAILABLE', summary, { details });
  }

  async #free(days = this.#body.days_ahead ?? usualDays): Promise<number[]> {
    const taken = new Set((await this.#bookings.taken()).map((moment) => Date.parse(moment)));
    return bookableMoments(this.#now, days).filter((moment) => !taken.has(moment));
  }

  #done(word: string, { id, appointment_time }: Booked): Outcome {
    const { date, time } = this.#clock.read(Date.parse(appointment_time));
    return this.#say(`${word}: ${date} ${time}`, { appointment_id: id, date_time: appointment_time });
  }

  #say(summary: string, more: Partial<Outcome>): Outcome {
    const { action } = this.#body;
    return { success: true, message: summary, summary, action, agent_name: this.#agentName, ...more };
  }
}

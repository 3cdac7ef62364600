import type * as z from 'zod/mini';
import type { appointmentAction } from '../contract/appointments.js';
import { bookableMoments, type FreeDay, WallClock } from './appointment-slots.js';
import { notFound, Refusal, unacceptable } from './refusal.js';
import type { Services } from './services.js';
import type { Rows } from './store.js';
import {
  type AgentRow,
  agents,
  type GhlAppointmentRow,
  ghlAppointments,
  ghlCalendars,
  ghlConnections,
} from './tables.js';

type Action = z.output<typeof appointmentAction>;

/** What came of managing an appointment, as section 10.8 has it. */
interface Outcome {
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

/** Books, moves and cancels what an agent agrees on during a call. Nobody proves who asks: the ids must fit together. */
export async function manageGhlAppointment(body: Action, services: Services): Promise<Outcome> {
  const org_id = body.org_id.toLowerCase();
  const now = services.now(org_id);
  // One at a time, so that no time is given away twice.
  return services.store.transaction(`ghl-appointments:${org_id}`, async (rows) => {
    const agent = await bookingAgent(rows, org_id, body.agent_id.toLowerCase(), now);
    return new Diary(rows, { ...body, org_id }, agent, now, () => services.newId(org_id)).carryOut();
  });
}

/** The agent, if it's the workspace's and may book. Whether the workspace exists is nobody's business. */
async function bookingAgent(rows: Rows, organizationId: string, agentId: string, now: number): Promise<AgentRow> {
  const agent = await rows.get(agents, agentId);
  const where = { organization_id: organizationId, agent_id: agentId };
  const books = agent?.organization_id === organizationId && (await rows.count(ghlCalendars, where)) > 0;
  if (!books) throw notFound('No such agent books through GoHighLevel');
  const connection = await rows.get(ghlConnections, organizationId);
  if (!connection || Date.parse(connection.token_expires_at) <= now) throw tokenRefused();
  return agent;
}

/** 502: GoHighLevel doesn't take the workspace's token any more. */
export function tokenRefused(): Refusal {
  return new Refusal(502, 'BAD_GATEWAY', 'GoHighLevel refused the connection; it has to be renewed');
}

class Diary {
  readonly #rows: Rows;
  readonly #body: Action;
  readonly #agent: AgentRow;
  readonly #now: number;
  readonly #newId: () => string;
  readonly #clock: WallClock;

  constructor(rows: Rows, body: Action, agent: AgentRow, now: number, newId: () => string) {
    this.#rows = rows;
    this.#body = body;
    this.#agent = agent;
    this.#now = now;
    this.#newId = newId;
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
    const booked: GhlAppointmentRow = {
      id: this.#newId(),
      organization_id: this.#body.org_id,
      ghl_appointment_id: `apt_${this.#newId().slice(-12)}`,
      contact_id: `con_${this.#newId().slice(-12)}`,
      agent_id: this.#agent.id,
      contact_name: name ?? '',
      contact_email: email ?? null,
      contact_phone: phone ?? null,
      appointment_time: new Date(moment).toISOString(),
      status: 'confirmed',
    };
    await this.#rows.insert(ghlAppointments, booked);
    return this.#done('Booked', booked);
  }

  async #reschedule(): Promise<Outcome> {
    const known = await this.#known();
    const moment = await this.#wanted();
    const change = { appointment_time: new Date(moment).toISOString(), status: 'rescheduled' };
    await this.#rows.update(ghlAppointments, { id: known.id }, change);
    return this.#done('Moved', { ...known, ...change });
  }

  async #cancel(): Promise<Outcome> {
    const known = await this.#known();
    await this.#rows.update(ghlAppointments, { id: known.id }, { status: 'cancelled' });
    return this.#done('Cancelled', known);
  }

  #demand(field: string, value: string | undefined): void {
    if (!value?.trim()) throw unacceptable({ [field]: ['required'] });
  }

  /** The appointment that is meant, by our id or GoHighLevel's. One that's cancelled can't be moved or cancelled again. */
  async #known(): Promise<GhlAppointmentRow> {
    const { appointment_id: id = '', org_id } = this.#body;
    this.#demand('appointment_id', id);
    const where = { organization_id: org_id, agent_id: this.#agent.id, status: { not: 'cancelled' } };
    const [byOurs] = await this.#rows.find(ghlAppointments, { ...where, id: id.toLowerCase() });
    const [byTheirs] = byOurs ? [byOurs] : await this.#rows.find(ghlAppointments, { ...where, ghl_appointment_id: id });
    if (!byTheirs) throw notFound('There is no such appointment');
    return byTheirs;
  }

  /** The time that is asked for, if it's free. Throws 422 SLOT_UNAVAILABLE with others that are. */
  async #wanted(): Promise<number> {
    const { appointment_datetime: text = '', action } = this.#body;
    this.#demand('appointment_datetime', text);
    const moment = this.#clock.find(text, await this.#free(mostDays));
    if (moment !== undefined) return moment;
    const available_slots = this.#clock.byDay((await this.#free()).slice(0, proposals));
    const summary = 'That time is not free';
    const details = { summary, action, action_required: 'choose_slot', agent_name: this.#agent.name, available_slots };
    throw new Refusal(422, 'SLOT_UNAVAILABLE', summary, { details });
  }

  async #free(days = this.#body.days_ahead ?? usualDays): Promise<number[]> {
    const where = { organization_id: this.#body.org_id, agent_id: this.#agent.id, status: { not: 'cancelled' } };
    const booked = await this.#rows.find(ghlAppointments, where);
    const taken = new Set(booked.map(({ appointment_time }) => Date.parse(appointment_time)));
    return bookableMoments(this.#now, days).filter((moment) => !taken.has(moment));
  }

  #done(word: string, { id, appointment_time }: GhlAppointmentRow): Outcome {
    const { date, time } = this.#clock.read(Date.parse(appointment_time));
    return this.#say(`${word}: ${date} ${time}`, { appointment_id: id, date_time: appointment_time });
  }

  #say(summary: string, more: Partial<Outcome>): Outcome {
    const { action } = this.#body;
    return { success: true, message: summary, summary, action, agent_name: this.#agent.name, ...more };
  }
}

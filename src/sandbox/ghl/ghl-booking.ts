import type { Rows } from '../db/store.js';
import {
  type AgentRow,
  agents,
  type GhlAppointmentRow,
  ghlAppointments,
  ghlCalendars,
  ghlConnections,
} from '../db/tables.js';
import { notFound, Refusal } from '../http/http-error.js';
import type { Services } from '../services.js';
import { type Action, type Bookings, Diary } from './appointment-diary.js';

/** Carries out what an agent agreed on during a call. Nobody proves who asks: the ids must fit together. */
export async function manageGhlAppointment(body: Action, services: Services) {
  const org_id = body.org_id.toLowerCase();
  const now = services.now(org_id);
  // One at a time, so that no time is given away twice.
  return services.store.transaction(`ghl-appointments:${org_id}`, async (rows) => {
    const agent = await bookingAgent(rows, org_id, body.agent_id.toLowerCase(), now);
    return new Diary(
      bookingsOf(rows, agent, () => services.newId(org_id)),
      body,
      agent.name,
      now,
    ).carryOut();
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

function bookingsOf(rows: Rows, agent: AgentRow, newId: () => string): Bookings {
  const { id: agent_id, organization_id } = agent;
  const where = { organization_id, agent_id, status: { not: 'cancelled' } };
  return {
    taken: async () => (await rows.find(ghlAppointments, where)).map(({ appointment_time }) => appointment_time),
    async add(appointment_time, { name, email, phone }) {
      const booked: GhlAppointmentRow = {
        id: newId(),
        organization_id,
        ghl_appointment_id: `apt_${newId().slice(-12)}`,
        contact_id: `con_${newId().slice(-12)}`,
        agent_id,
        contact_name: name ?? '',
        contact_email: email ?? null,
        contact_phone: phone ?? null,
        appointment_time,
        status: 'confirmed',
      };
      await rows.insert(ghlAppointments, booked);
      return booked;
    },
    async find(id) {
      const [byOurs] = await rows.find(ghlAppointments, { ...where, id: id.toLowerCase() });
      const [byTheirs] = byOurs ? [byOurs] : await rows.find(ghlAppointments, { ...where, ghl_appointment_id: id });
      return byTheirs;
    },
    async move(id, appointment_time) {
      await rows.update(ghlAppointments, { id }, { appointment_time, status: 'rescheduled' });
    },
    async cancel(id) {
      await rows.update(ghlAppointments, { id }, { status: 'cancelled' });
    },
  };
}

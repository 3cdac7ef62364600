import {
  disconnectGhl,
  getGhlAgentByCalendar,
  getGhlAppointment,
  getGhlSetupStatus,
  listGhlAppointments,
  listGhlCalendars,
  manageGhlAppointment,
} from '../../contract/ghl.js';
import { manageAppointment } from '../agents/appointments.js';
import { organizationKey } from '../db/store.js';
import {
  type AppointmentRow,
  agents,
  appointments,
  type GhlConnectionRow,
  ghlCalendars,
  ghlConnections,
} from '../db/tables.js';
import { fold } from '../db/text.js';
import { HttpError, invalidRequest, notFound } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { disconnectGhlLocation } from './ghl-connection.js';

/** The organization's connection to GoHighLevel, its calendars and appointments. */
export function ghlRoutes(route: Route, { store, now: clock, newId }: Services): void {
  route(getGhlSetupStatus, async ({ organization, now }) => {
    const connection = await store.get(ghlConnections, organization.id);
    if (!connection) {
      return { ghl_connected: false, setup_complete: false, message: 'Connect GoHighLevel', next_step: 'CONNECT_GHL' };
    }
    const calendars = await store.find(ghlCalendars, { organization_id: organization.id });
    const agent_count = new Set(calendars.flatMap(({ agent_id }) => agent_id ?? [])).size;
    const token_valid = isValid(connection, now.getTime());
    const next_step = !token_valid ? 'CONNECT_GHL' : agent_count === 0 ? 'CREATE_AGENT' : '';
    return {
      ghl_connected: true,
      token_valid,
      location_id: connection.location_id,
      company_id: connection.company_id,
      agents_created: agent_count > 0,
      agent_count,
      setup_complete: next_step === '',
      message: next_step === '' ? 'Agents can book' : 'The setup is incomplete',
      next_step,
    };
  });

  route(listGhlCalendars, async ({ organization, now }) => {
    const connection = await store.get(ghlConnections, organization.id);
    if (!connection) throw invalidRequest("GoHighLevel isn't connected.");
    if (!isValid(connection, now.getTime())) throw tokenRejected();
    const found = await store.find(ghlCalendars, { organization_id: organization.id }, { orderBy: 'created_at' });
    const calendars = found.map(({ id, name, description, location_id, service_title }) => {
      return { id, name, description, locationId: location_id, serviceTitle: service_title };
    });
    return { calendars, count: calendars.length };
  });

  route(getGhlAgentByCalendar, async ({ organization, params }) => {
    const where = { id: params.calendar_id ?? '', organization_id: organization.id };
    const [calendar] = await store.find(ghlCalendars, where);
    const agent = calendar?.agent_id ? await store.get(agents, calendar.agent_id) : undefined;
    if (!calendar || !agent) throw notFound('No agent uses this calendar.');
    return {
      agent_id: agent.id,
      agent_name: agent.name,
      calendar_id: calendar.id,
      is_active: agent.status === 'ACTIVE',
      created_at: calendar.created_at,
    };
  });

  /** Appointments as replies contain them. */
  const toReplies = async (organization_id: string, rows: readonly AppointmentRow[]) => {
    const names = new Map((await store.find(agents, { organization_id })).map(({ id, name }) => [id, name]));
    return rows.map(({ organization_id, account_id, contact_timezone, start_time, end_time, ...shown }) => {
      return { ...shown, appointment_time: start_time, agent_name: names.get(shown.agent_id ?? '') ?? null };
    });
  };

  route(listGhlAppointments, async ({ organization, query, page }) => {
    const where = {
      organization_id: organization.id,
      account_id: null,
      agent_id: query.agent_id?.toLowerCase(),
      status: query.status && fold(query.status),
    };
    const order = { orderBy: 'start_time', isDescending: true, limit: page.limit } as const;
    const found = await toReplies(organization.id, await store.find(appointments, where, order));
    return { appointments: found, count: found.length };
  });

  route(getGhlAppointment, async ({ organization, params: { appointment_id = '' } }) => {
    const where = { id: appointment_id.toLowerCase(), organization_id: organization.id, account_id: null };
    const [found] = await toReplies(organization.id, await store.find(appointments, where));
    if (!found) throw notFound('Appointment not found.');
    return found;
  });

  route(disconnectGhl, async ({ organization, change }) =>
    change('organization', (rows) => disconnectGhlLocation(rows, organization.id)),
  );

  route(manageGhlAppointment, ({ body }) => {
    const organization_id = body.org_id.toLowerCase();
    const agent_id = body.agent_id.toLowerCase();
    // One transaction at a time, so that a slot is booked only once.
    return store.transaction(organizationKey(organization_id), async (rows) => {
      const agent = await rows.get(agents, agent_id);
      // The same error for every mismatch, because the route needs no credential and must reveal nothing.
      const isBooking = (await rows.count(ghlCalendars, { organization_id, agent_id })) > 0;
      if (!agent || !isBooking) throw notFound("This agent doesn't use GoHighLevel.");
      const connection = await rows.get(ghlConnections, organization_id);
      const now = clock(organization_id);
      if (!connection || !isValid(connection, now)) throw tokenRejected();
      return manageAppointment(body, {
        rows,
        agentName: agent.name,
        now,
        calendar: { organization_id, account_id: null, agent_id },
        newAppointment: () => ({
          id: newId(organization_id),
          agent_id,
          ghl_appointment_id: `apt_${newId().slice(-12)}`,
          contact_id: `con_${newId().slice(-12)}`,
        }),
        bookedStatus: 'confirmed',
        movedStatus: 'rescheduled',
      });
    });
  });
}

function isValid({ token_expires_at }: GhlConnectionRow, now: number) {
  return Date.parse(token_expires_at) > now;
}

/** 502: GoHighLevel no longer accepts the organization's token. */
function tokenRejected() {
  return new HttpError(502, 'BAD_GATEWAY', 'GoHighLevel rejected the connection. Reconnect it.');
}

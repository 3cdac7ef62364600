import {
  disconnectGhl,
  getGhlAgentByCalendar,
  getGhlAppointment,
  getGhlSetupStatus,
  listGhlAppointments,
  listGhlCalendars,
  manageGhlAppointment,
} from '../../contract/ghl.js';
import { fold } from '../db/store.js';
import {
  agents,
  type GhlAppointmentRow,
  type GhlConnectionRow,
  ghlAppointments,
  ghlCalendars,
  ghlConnections,
} from '../db/tables.js';
import { invalidRequest, notFound } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { manageGhlAppointment as manage, tokenRefused } from './ghl-booking.js';
import { disconnectGhlLocation } from './ghl-connection.js';

/** A workspace's connection to GoHighLevel, and what its agents do through it. */
export function ghlRoutes(route: Route, services: Services): void {
  const { store } = services;
  const isValid = ({ token_expires_at }: GhlConnectionRow, now: Date) => Date.parse(token_expires_at) > now.getTime();

  route(getGhlSetupStatus, async ({ organization, now }) => {
    const connection = await store.get(ghlConnections, organization.id);
    if (!connection) {
      return { ghl_connected: false, setup_complete: false, message: 'Connect GoHighLevel', next_step: 'CONNECT_GHL' };
    }
    const calendars = await store.find(ghlCalendars, { organization_id: organization.id });
    const agent_count = new Set(calendars.flatMap(({ agent_id }) => agent_id ?? [])).size;
    const token_valid = isValid(connection, now);
    const next_step = !token_valid ? 'CONNECT_GHL' : agent_count === 0 ? 'CREATE_AGENT' : '';
    return {
      ghl_connected: true,
      token_valid,
      location_id: connection.location_id,
      company_id: connection.company_id,
      agents_created: agent_count > 0,
      agent_count,
      setup_complete: next_step === '',
      message: next_step === '' ? 'Agents can book' : 'Something is left to do',
      next_step,
    };
  });

  route(listGhlCalendars, async ({ organization, now }) => {
    const connection = await store.get(ghlConnections, organization.id);
    if (!connection) throw invalidRequest('GoHighLevel is not connected');
    if (!isValid(connection, now)) throw tokenRefused();
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
    if (!calendar || !agent) throw notFound('No agent books through this calendar');
    return {
      agent_id: agent.id,
      agent_name: agent.name,
      calendar_id: calendar.id,
      is_active: agent.status === 'ACTIVE',
      created_at: calendar.created_at,
    };
  });

  /** Names of the workspace's agents by their ids. */
  const agentNames = async (organization_id: string) =>
    new Map((await store.find(agents, { organization_id })).map(({ id, name }) => [id, name]));
  const onWire = ({ organization_id, ...shown }: GhlAppointmentRow, names: ReadonlyMap<string, string>) => {
    return { ...shown, agent_name: names.get(shown.agent_id) ?? null };
  };

  route(listGhlAppointments, async ({ organization, query, page }) => {
    const where = {
      organization_id: organization.id,
      agent_id: query.agent_id?.toLowerCase(),
      status: query.status && fold(query.status),
    };
    const order = { orderBy: 'appointment_time', isDescending: true, limit: page.limit } as const;
    const names = await agentNames(organization.id);
    const appointments = (await store.find(ghlAppointments, where, order)).map((row) => onWire(row, names));
    return { appointments, count: appointments.length };
  });

  route(getGhlAppointment, async ({ organization, params }) => {
    const id = params.appointment_id ?? '';
    const [found] = await store.find(ghlAppointments, { id: id.toLowerCase(), organization_id: organization.id });
    if (!found) throw notFound('There is no such appointment');
    return onWire(found, await agentNames(organization.id));
  });

  route(disconnectGhl, async ({ organization }) => {
    await store.transaction(`integrations:${organization.id}`, (rows) => disconnectGhlLocation(rows, organization.id));
  });

  route(manageGhlAppointment, ({ body }) => manage(body, services));
}

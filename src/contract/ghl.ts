import * as z from 'zod/mini';
import { appointment, appointmentAction, appointmentOutcome } from './appointments.js';
import { endpoint } from './endpoint.js';
import { flag, inOrganization, number, opt, text } from './wire.js';

/** The state of the GoHighLevel connection. docs/contract.md 10.1 says which state a pane shows. */
export const ghlSetupStatus = z.object({
  ghl_connected: flag,
  /** `false` while connected: the token no longer works, so connect again. */
  token_valid: opt(flag),
  location_id: opt(text),
  company_id: opt(text),
  agents_created: opt(flag),
  agent_count: opt(number),
  setup_complete: opt(flag),
  message: opt(text),
  /** `CONNECT_GHL`, `CREATE_AGENT` or empty. Show nothing for other values. */
  next_step: opt(text),
});
/** The state of the connection as {@link getGhlSetupStatus} returns it. */
export type GhlSetupStatus = z.infer<typeof ghlSetupStatus>;

/** Reads the state of the connection (docs/contract.md 10.1). */
export const getGhlSetupStatus = endpoint({
  name: 'getGhlSetupStatus',
  method: 'GET',
  path: '/api/v1/ghl/setup/status',
  auth: 'key',
  basis: 'documented-older',
  section: '10.1',
  reply: ghlSetupStatus,
});

/**
 * Redirects to GoHighLevel's consent page. A browser navigates to it, so the request has no API key (docs/contract.md
 * 10.2).
 */
export const authorizeGhl = endpoint({
  name: 'authorizeGhl',
  method: 'GET',
  path: '/api/v1/ghl/oauth/authorize',
  auth: 'key',
  basis: 'documented-older',
  section: '10.2',
  shape: 'redirect',
  query: z.object({ organization_id: z.string() }),
});

/**
 * The URL to which GoHighLevel redirects the browser. The flags of its redirect to the vendor's application are not
 * documented, so the kit reads none (docs/contract.md 10.3).
 */
export const finishGhlAuthorization = endpoint({
  name: 'finishGhlAuthorization',
  method: 'GET',
  path: '/api/v1/ghl/oauth/callback',
  auth: 'none',
  basis: 'documented',
  section: '10.3',
  shape: 'redirect',
});

/** A calendar of the connected location (docs/contract.md 10.4). */
export const ghlCalendar = z.object({
  id: text,
  name: text,
  description: opt(text),
  location_id: opt(text),
  service_title: opt(text),
});
/** A calendar as {@link listGhlCalendars} returns it. */
export type GhlCalendar = z.infer<typeof ghlCalendar>;

/** Lists the calendars of the connected location (docs/contract.md 10.4). */
export const listGhlCalendars = endpoint({
  name: 'listGhlCalendars',
  method: 'GET',
  path: '/api/v1/ghl/setup/calendars',
  auth: 'key',
  basis: 'documented-older',
  section: '10.4',
  reply: z.object({ calendars: z.array(ghlCalendar), count: opt(number) }),
  faults: ['INVALID_REQUEST', 'BAD_GATEWAY'],
});

/** Finds the agent that books through a calendar (docs/contract.md 10.5). `NOT_FOUND`: no agent does. */
export const getGhlAgentByCalendar = endpoint({
  name: 'getGhlAgentByCalendar',
  method: 'GET',
  path: '/api/v1/ghl/setup/agents/calendar/{calendar_id}',
  auth: 'key',
  basis: 'documented',
  section: '10.5',
  reply: z.object({
    agent_id: opt(text),
    agent_name: opt(text),
    calendar_id: opt(text),
    is_active: opt(flag),
    created_at: opt(text),
  }),
  faults: ['NOT_FOUND'],
});

/** Lists appointments: 50 by default, at most 200, without `offset` (docs/contract.md 3.4, 10.6). */
export const listGhlAppointments = endpoint({
  name: 'listGhlAppointments',
  method: 'GET',
  path: '/api/v1/ghl/appointments',
  auth: 'key',
  basis: 'documented',
  section: '10.6',
  query: z.object({
    ...inOrganization.shape,
    agent_id: z.optional(z.string()),
    status: z.optional(z.string()),
    limit: z.optional(z.number()),
  }),
  reply: z.object({ appointments: z.array(appointment), count: opt(number) }),
});

/** Reads one appointment (docs/contract.md 10.7). */
export const getGhlAppointment = endpoint({
  name: 'getGhlAppointment',
  method: 'GET',
  path: '/api/v1/ghl/appointments/{appointment_id}',
  auth: 'key',
  basis: 'documented',
  section: '10.7',
  query: inOrganization,
  reply: appointment,
  faults: ['NOT_FOUND'],
});

/** Books, moves or cancels an appointment, or lists free times (docs/contract.md 10.8). The panes don't use it. */
export const manageGhlAppointment = endpoint({
  name: 'manageGhlAppointment',
  method: 'POST',
  path: '/api/v1/ghl/appointments/manage',
  auth: 'none',
  basis: 'documented',
  section: '10.8',
  body: appointmentAction,
  reply: appointmentOutcome,
  faults: ['SLOT_UNAVAILABLE', 'NOT_FOUND', 'BAD_GATEWAY'],
});

/** Disconnects GoHighLevel (docs/contract.md 10.9). */
export const disconnectGhl = endpoint({
  name: 'disconnectGhl',
  method: 'POST',
  path: '/api/v1/ghl/disconnect',
  auth: 'key',
  basis: 'documented',
  section: '10.9',
  shape: 'none',
});

import * as z from 'zod/mini';
import { appointment, appointmentAction, appointmentOutcome, readAppointmentList } from './appointments.js';
import { endpoint } from './endpoint.js';
import { isObject } from './json.js';
import { snakeKeys } from './spelling.js';
import { checked, flag, identifier, inOrganization, number, opt, text, uuid } from './wire.js';

/** One Cal.com account: the organization's, or an agent's private one. */
export const calcomAccount = z.object({
  /** What disconnecting calls `provider_id` and assigning calls `calcom_account_id`. */
  id: identifier,
  account_name: opt(text),
  email: opt(text),
  status: opt(text),
  error: opt(text),
});
export type CalcomAccount = z.infer<typeof calcomAccount>;

/** Which accounts are connected; `not_connected` is a normal state. */
export const calcomStatus = z.object({
  connected: flag,
  status: opt(text),
  accounts: opt(z.array(calcomAccount)),
  token_expires: opt(text),
  error: opt(text),
  message: opt(text),
});
export type CalcomStatus = z.infer<typeof calcomStatus>;

const organizationNamed = z.object({ org_id: z.string() });

/** Reads the organization's accounts. */
export const getCalcomStatus = endpoint({
  name: 'getCalcomStatus',
  method: 'GET',
  path: '/api/v1/calcom/status',
  auth: 'user',
  basis: 'documented-older',
  section: '11.1',
  query: organizationNamed,
  reply: calcomStatus,
});

/** As a server reads it: without `provider_id`, all accounts. */
const calcomDisconnection = z.strictObject({
  org_id: uuid,
  provider_id: z.optional(checked(z.string(), z.minLength(1))),
});

/** Disconnects an account. Whoever calls it from here has to say which: nobody disconnects all by leaving a word out. */
export const disconnectCalcom = endpoint({
  name: 'disconnectCalcom',
  method: 'POST',
  path: '/api/v1/calcom/disconnect',
  auth: 'user',
  basis: 'documented',
  section: '11.3',
  shape: 'none',
  body: calcomDisconnection as z.ZodMiniType<
    z.output<typeof calcomDisconnection>,
    { org_id: string; provider_id: string }
  >,
  faults: ['INVALID_REQUEST', 'NOT_FOUND'],
});

/** A kind of meeting that can be booked; its title ends with the owning account's name. */
export const calcomEventType = z.object({
  id: identifier,
  slug: opt(text),
  title: opt(text),
  description: opt(text),
  currency: opt(text),
  duration_minutes: opt(number),
  price: opt(number),
  is_active: opt(flag),
});
export type CalcomEventType = z.infer<typeof calcomEventType>;

/** Lists the event types of all connected accounts. NOT_CONNECTED: there are none yet. */
export const listCalcomEventTypes = endpoint({
  name: 'listCalcomEventTypes',
  method: 'GET',
  path: '/api/v1/calcom/event-types',
  auth: 'user',
  basis: 'documented-older',
  section: '11.4',
  shape: 'array',
  query: organizationNamed,
  reply: z.object({ items: z.array(calcomEventType) }),
  faults: ['NOT_CONNECTED'],
});

/** Finds an event type by number or slug in all connected accounts. */
export const findCalcomEventType = endpoint({
  name: 'findCalcomEventType',
  method: 'GET',
  path: '/api/v1/calcom/event-types/lookup/{platform_id}',
  auth: 'user',
  basis: 'documented',
  section: '11.5',
  query: organizationNamed,
  reply: calcomEventType,
  faults: ['NOT_FOUND'],
});

/** A booking as the list of docs/contract.md 11.6 shows it. */
export const calcomAppointment = z.object({
  id: identifier,
  organization_id: opt(text),
  agent_id: opt(text),
  attendee_name: opt(text),
  attendee_email: opt(text),
  attendee_phone: opt(text),
  attendee_timezone: opt(text),
  start_time: opt(text),
  end_time: opt(text),
  status: opt(text),
  calcom_booking_uid: opt(text),
  meeting_url: opt(text),
  duration_minutes: opt(number),
});
export type CalcomAppointment = z.infer<typeof calcomAppointment>;

/** Lists bookings of the primary account; `agent_id` filters nothing, it's only stamped on the results. */
export const listCalcomAppointments = endpoint({
  name: 'listCalcomAppointments',
  method: 'GET',
  path: '/api/v1/calcom/appointments',
  auth: 'user',
  basis: 'documented',
  section: '11.6',
  query: z.object({
    org_id: z.string(),
    status: z.optional(z.string()),
    agent_id: z.optional(z.string()),
    /** 0 or less, or more than 200, silently becomes 50. */
    limit: z.optional(z.number()),
  }),
  reply: z.pipe(
    z.transform(readAppointmentList),
    z.object({ appointments: z.array(calcomAppointment), count: opt(number), org_id: opt(text), agent_id: opt(text) }),
  ),
  faults: ['NOT_CONNECTED'],
});

/** The booking out of its box, where it's in one; what is in a box hasn't had its keys read yet. */
export function readBoxedAppointment(value: unknown): unknown {
  return isObject(value) && isObject(value.appointment) ? snakeKeys(value.appointment) : value;
}

/** Reads one booking by its UID. The current edition boxes it and uses {@link appointment}'s names, the older doesn't. */
export const getCalcomAppointment = endpoint({
  name: 'getCalcomAppointment',
  method: 'GET',
  path: '/api/v1/calcom/appointments/{appointment_id}',
  auth: 'user',
  basis: 'documented',
  section: '11.7',
  query: inOrganization,
  reply: z.pipe(z.transform(readBoxedAppointment), z.object({ ...calcomAppointment.shape, ...appointment.shape })),
  faults: ['NOT_FOUND'],
});

/** Books, moves or cancels, or asks for free times. Not used by the panes. */
export const manageCalcomAppointment = endpoint({
  name: 'manageCalcomAppointment',
  method: 'POST',
  path: '/api/v1/calcom/appointments/manage',
  auth: 'none',
  basis: 'documented',
  section: '11.8',
  body: appointmentAction,
  reply: appointmentOutcome,
  faults: ['SLOT_UNAVAILABLE'],
});

/** Reads an agent's private connection; having none is a normal answer. */
export const getCalcomAgentStatus = endpoint({
  name: 'getCalcomAgentStatus',
  method: 'GET',
  path: '/api/v1/calcom/agents/{agent_id}/status',
  auth: 'user',
  basis: 'documented',
  section: '11.9',
  reply: z.object({ connected: flag, status: opt(text), accounts: opt(z.array(calcomAccount)) }),
});

/** The account an agent books through: its private one, else the linked one of the organization, else none. */
export const calcomAgentAccount = z.object({
  connected: flag,
  /** `agent`, `org_linked` or `none`. */
  type: opt(text),
  calcom_account_id: opt(identifier),
  account_name: opt(text),
  status: opt(text),
  api_base_url: opt(text),
});
export type CalcomAgentAccount = z.infer<typeof calcomAgentAccount>;

/** Reads the account an agent books through. */
export const getCalcomAgentInfo = endpoint({
  name: 'getCalcomAgentInfo',
  method: 'GET',
  path: '/api/v1/calcom/agents/{agent_id}/info',
  auth: 'user',
  basis: 'documented',
  section: '11.10',
  query: inOrganization,
  reply: calcomAgentAccount,
});

/** The same from the path that assigns; the path itself is inferred from there (docs/contract.md 11.11). */
export const getCalcomAgentAccount = endpoint({
  name: 'getCalcomAgentAccount',
  method: 'GET',
  path: '/api/v1/calcom/agents/{agent_id}/account',
  auth: 'user',
  basis: 'documented-partial',
  section: '11.11',
  query: inOrganization,
  reply: calcomAgentAccount,
});

/** Links an agent to an account of the organization, or unlinks it by `null`. CONFLICT: it has a private key. */
export const assignCalcomAgentAccount = endpoint({
  name: 'assignCalcomAgentAccount',
  method: 'PUT',
  path: '/api/v1/calcom/agents/{agent_id}/account',
  auth: 'user',
  basis: 'documented',
  section: '11.11',
  query: inOrganization,
  body: z.strictObject({ calcom_account_id: z.nullable(uuid) }),
  reply: z.object({ agent_id: opt(text), agent_name: opt(text), calcom_account_id: opt(identifier) }),
  faults: ['INVALID_REQUEST', 'NOT_FOUND', 'CONFLICT'],
});

/** Gives an agent a key of its own; its field names are inferred from the organization's (docs/contract.md 11.12). */
export const connectCalcomAgent = endpoint({
  name: 'connectCalcomAgent',
  method: 'POST',
  path: '/api/v1/calcom/agents/{agent_id}/connect',
  auth: 'user',
  basis: 'documented-partial',
  section: '11.12',
  shape: 'none',
  body: z.strictObject({
    org_id: z.optional(uuid),
    api_key: checked(z.string(), z.minLength(1)),
    account_name: z.optional(z.string()),
  }),
  faults: ['INVALID_REQUEST', 'NOT_FOUND', 'CONFLICT'],
});

/** Takes an agent's own key away. */
export const disconnectCalcomAgent = endpoint({
  name: 'disconnectCalcomAgent',
  method: 'POST',
  path: '/api/v1/calcom/agents/{agent_id}/disconnect',
  auth: 'user',
  basis: 'assumed',
  section: '11.13',
  shape: 'none',
  body: z.strictObject({ org_id: z.optional(uuid) }),
  faults: ['INVALID_REQUEST', 'NOT_FOUND'],
});

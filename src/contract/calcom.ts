import * as z from 'zod/mini';
import { appointment, appointmentAction, appointmentOutcome, readAppointmentList } from './appointments.js';
import { endpoint } from './endpoint.js';
import { isObject } from './json.js';
import { snakeKeys } from './spelling.js';
import { checked, flag, identifier, inOrganization, number, opt, text, uuid } from './wire.js';

/** A Cal.com account: one of the organization's, or the private one of an agent (docs/contract.md 11.1). */
export const calcomAccount = z.object({
  /** The `provider_id` of {@link disconnectCalcom} and the `calcom_account_id` of `assignCalcomAgentAccount`. */
  id: identifier,
  account_name: opt(text),
  email: opt(text),
  status: opt(text),
  error: opt(text),
});
/** A Cal.com account as {@link getCalcomStatus} lists it. */
export type CalcomAccount = z.infer<typeof calcomAccount>;

/** The connected accounts. `connected: false` is a normal state (docs/contract.md 11.1). */
export const calcomStatus = z.object({
  connected: flag,
  status: opt(text),
  accounts: opt(z.array(calcomAccount)),
  token_expires: opt(text),
  error: opt(text),
  message: opt(text),
});
/** The connected accounts as {@link getCalcomStatus} returns them. */
export type CalcomStatus = z.infer<typeof calcomStatus>;

const organizationNamed = z.object({ org_id: z.string() });

/** Reads the organization's accounts (docs/contract.md 11.1). */
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

/** The body as a server reads it: without `provider_id`, it disconnects all accounts. */
const calcomDisconnection = z.strictObject({
  org_id: uuid,
  provider_id: z.optional(checked(z.string(), z.minLength(1))),
});

/**
 * Disconnects an account (docs/contract.md 11.3). Without `provider_id` a server disconnects every account, so the type
 * of the body requires it here.
 */
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

/** A kind of meeting that can be booked. Its title ends with the name of its account (docs/contract.md 11.4). */
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
/** An event type as {@link listCalcomEventTypes} returns it. */
export type CalcomEventType = z.infer<typeof calcomEventType>;

/**
 * Lists the event types of all connected accounts (docs/contract.md 11.4). `NOT_CONNECTED`: no account is connected.
 */
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
  faults: ['NOT_CONNECTED', 'BAD_GATEWAY'],
});

/** Finds an event type by its number or slug in all connected accounts (docs/contract.md 11.5). */
export const findCalcomEventType = endpoint({
  name: 'findCalcomEventType',
  method: 'GET',
  path: '/api/v1/calcom/event-types/lookup/{platform_id}',
  auth: 'user',
  basis: 'documented',
  section: '11.5',
  query: organizationNamed,
  reply: calcomEventType,
  faults: ['NOT_FOUND', 'NOT_CONNECTED', 'BAD_GATEWAY'],
});

/** An appointment with the field names of {@link listCalcomAppointments} (docs/contract.md 11.6). */
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
/** An appointment as {@link listCalcomAppointments} returns it. */
export type CalcomAppointment = z.infer<typeof calcomAppointment>;

/**
 * Lists appointments of the primary account (docs/contract.md 11.6). `agent_id` does not filter; the server copies it
 * to the results.
 */
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
    /** 1 to 200; anything else silently becomes 50. */
    limit: z.optional(z.number()),
  }),
  reply: z.pipe(
    z.transform(readAppointmentList),
    z.object({ appointments: z.array(calcomAppointment), count: opt(number), org_id: opt(text), agent_id: opt(text) }),
  ),
  faults: ['NOT_CONNECTED', 'NOT_FOUND', 'BAD_GATEWAY'],
});

/**
 * Unwraps `{ appointment }`, if a reply has this form, and renames the appointment's keys, because {@link unwrap} does
 * not rename keys of nested objects.
 */
export function readBoxedAppointment(value: unknown): unknown {
  return isObject(value) && isObject(value.appointment) ? snakeKeys(value.appointment) : value;
}

/**
 * Reads one appointment by its UID (docs/contract.md 11.7). The current edition returns `{ appointment }` with the
 * field names of {@link appointment}, the older edition an item of {@link listCalcomAppointments}.
 */
export const getCalcomAppointment = endpoint({
  name: 'getCalcomAppointment',
  method: 'GET',
  path: '/api/v1/calcom/appointments/{appointment_id}',
  auth: 'user',
  basis: 'documented',
  section: '11.7',
  query: inOrganization,
  reply: z.pipe(z.transform(readBoxedAppointment), z.object({ ...calcomAppointment.shape, ...appointment.shape })),
  faults: ['NOT_FOUND', 'NOT_CONNECTED', 'BAD_GATEWAY'],
});

/** Books, moves or cancels an appointment, or lists free times (docs/contract.md 11.8). The panes don't use it. */
export const manageCalcomAppointment = endpoint({
  name: 'manageCalcomAppointment',
  method: 'POST',
  path: '/api/v1/calcom/appointments/manage',
  auth: 'none',
  basis: 'documented',
  section: '11.8',
  body: appointmentAction,
  reply: appointmentOutcome,
  faults: ['SLOT_UNAVAILABLE', 'NOT_FOUND', 'BAD_GATEWAY'],
});

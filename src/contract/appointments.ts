import * as z from 'zod/mini';
import { isObject } from './json.js';
import { checked, flag, identifier, opt, text } from './wire.js';

/** A bare list of bookings in the box that they usually come in. */
export function readAppointmentList(value: unknown): unknown {
  return isObject(value) && Array.isArray(value.items) ? { ...value, appointments: value.items } : value;
}

/**
 * A booking as GoHighLevel's routes describe it; Cal.com's single read uses the same names (docs/contract.md 10.6,
 * 11.7).
 */
export const appointment = z.object({
  id: identifier,
  ghl_appointment_id: opt(text),
  contact_id: opt(text),
  agent_id: opt(text),
  agent_name: opt(text),
  contact_name: opt(text),
  contact_email: opt(text),
  contact_phone: opt(text),
  appointment_time: opt(text),
  /** Free text: the vendor's guide and examples differ in case. */
  status: opt(text),
  organization_id: opt(text),
  end_time: opt(text),
});
export type Appointment = z.infer<typeof appointment>;

/** What to do with a booking; no credential is asked for, `org_id` alone scopes it (docs/contract.md 10.8). */
export const appointmentAction = z.strictObject({
  action: z.enum(['book', 'reschedule', 'cancel', 'suggest', 'availability']),
  agent_id: z.string(),
  org_id: z.string(),
  name: z.optional(z.string()),
  email: z.optional(z.string()),
  phone: z.optional(z.string()),
  appointment_datetime: z.optional(z.string()),
  appointment_id: z.optional(z.string()),
  call_session_id: z.optional(z.string()),
  notes: z.optional(z.string()),
  timezone: z.optional(z.string()),
  days_ahead: z.optional(checked(z.number(), z.gte(1), z.lte(30))),
});

/** What came of it. SLOT_UNAVAILABLE carries the same in its details. */
export const appointmentOutcome = z.object({
  success: opt(flag),
  message: opt(text),
  summary: opt(text),
  action: opt(text),
  appointment_id: opt(text),
  date_time: opt(text),
  agent_name: opt(text),
  action_required: opt(text),
  available_slots: opt(z.array(z.object({ date: text, date_label: opt(text), slots: opt(z.array(text)) }))),
});

import * as z from 'zod/mini';
import { isObject } from './json.js';
import { checked, flag, identifier, opt, text } from './wire.js';

/** Copies the items of a bare list to `appointments`, the key that most replies use (docs/contract.md 3.1). */
export function readAppointmentList(value: unknown): unknown {
  return isObject(value) && Array.isArray(value.items) ? { ...value, appointments: value.items } : value;
}

/**
 * An appointment with the field names of GoHighLevel, which Cal.com uses for a single appointment (docs/contract.md
 * 10.6, 11.7).
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
  /** Free text: the vendor's guide and examples differ in upper and lower case. */
  status: opt(text),
  organization_id: opt(text),
  end_time: opt(text),
});
/** An appointment as {@link appointment} reads it. */
export type Appointment = z.infer<typeof appointment>;

/**
 * Body of the two operations that manage appointments. They take no credential: `org_id` is the only scope
 * (docs/contract.md 10.8).
 */
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

/**
 * Reply of the two operations that manage appointments. `SLOT_UNAVAILABLE` has the same fields in its `details`
 * (docs/contract.md 10.8).
 */
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

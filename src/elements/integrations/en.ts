import { connectionEn } from '../base/connection.en.js';

/** English words of `<agni-integrations>`. Keys in a host's messages: `integrations.<key>`. */
export const en = {
  ...connectionEn,
  heading: 'Integrations',
  lead: 'Services your agents book in.',
  path: 'Breadcrumb',
  ghl: 'GoHighLevel',
  ghlText: 'Agents book straight into your GoHighLevel calendars.',
  calcom: 'Cal.com',
  calcomText: 'Agents book meetings through one or more Cal.com accounts.',
  manage: 'Manage {name}',
  calendars: { one: '1 calendar', other: '{count} calendars' },
  eventTypes: { one: '1 event type', other: '{count} event types' },
  appointments: { one: '1 appointment', other: '{count} appointments' },
  manyAppointments: '{count} or more appointments',
} as const;

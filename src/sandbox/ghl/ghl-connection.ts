import type { Rows } from '../db/store.js';
import { agents, ghlCalendars, ghlConnections } from '../db/tables.js';

/** The organization whose integrations change, within a transaction. */
export interface IntegrationTarget {
  rows: Rows;
  organizationId: string;
  newId: () => string;
  /** Milliseconds since 1970, by the organization's clock. */
  now: number;
}

/** Milliseconds after which a connection must be renewed; shorter than a session. */
const tokenLifetimeMs = 21 * 86_400_000;

const calendars = [
  { name: 'New patients', description: 'First visit with X-ray, 45 minutes', service_title: 'First visit' },
  { name: 'Check-ups', description: 'Every six months, 30 minutes', service_title: 'Check-up' },
  { name: 'Hygiene', description: '', service_title: 'Professional cleaning' },
  { name: 'Emergency', description: 'Kept free for pain and accidents', service_title: 'Emergency' },
];

/**
 * Connects an organization to a new GoHighLevel location, and replaces an earlier connection. The calendars are
 * assigned to the agents, unless `isIncomplete`: users do that elsewhere in the product.
 */
export async function connectGhlLocation(target: IntegrationTarget, { isIncomplete = false } = {}): Promise<void> {
  const { rows, organizationId: organization_id, newId, now } = target;
  await disconnectGhlLocation(rows, organization_id);
  const location_id = `loc_${newId().slice(-12)}`;
  await rows.insert(ghlConnections, {
    organization_id,
    location_id,
    company_id: `com_${newId().slice(-12)}`,
    connected_at: new Date(now).toISOString(),
    token_expires_at: new Date(now + tokenLifetimeMs).toISOString(),
  });
  const booking = isIncomplete ? [] : await rows.find(agents, { organization_id }, { orderBy: 'created_at' });
  await rows.insert(
    ghlCalendars,
    calendars.map((calendar, index) => ({
      ...calendar,
      id: `cal_${newId().slice(-12)}`,
      organization_id,
      location_id,
      agent_id: booking[index % Math.max(1, booking.length)]?.id ?? null,
      created_at: new Date(now + index).toISOString(), // one millisecond apart, to keep this order
    })),
  );
}

/** Deletes the connection and its calendars, but not the appointments. */
export async function disconnectGhlLocation(rows: Rows, organizationId: string): Promise<void> {
  const where = { organization_id: organizationId };
  await rows.delete(ghlConnections, where);
  await rows.delete(ghlCalendars, where);
}

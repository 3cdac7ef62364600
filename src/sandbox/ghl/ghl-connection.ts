import type { Rows } from '../db/store.js';
import { agents, ghlCalendars, ghlConnections } from '../db/tables.js';

/** What setting up connections stands on. */
export interface ConnectingPorts {
  rows: Rows;
  organizationId: string;
  newId: () => string;
  /** The moment, by the workspace's clock. */
  now: number;
}

const day = 86_400_000;

/** Milliseconds after which GoHighLevel wants to be asked for its consent again; sooner than anybody's session ends. */
const tokenLifetime = 21 * day;

const offered = [
  { name: 'New patients', description: 'First visit with X-ray, 45 minutes', service_title: 'First visit' },
  { name: 'Check-ups', description: 'Every six months, 30 minutes', service_title: 'Check-up' },
  { name: 'Hygiene', description: '', service_title: 'Professional cleaning' },
  { name: 'Emergency', description: 'Kept free for pain and accidents', service_title: 'Emergency' },
];

/**
 * Connects a workspace to a location of GoHighLevel, in place of whatever was connected before. Its agents get
 * calendars at once unless `isIncomplete`: choosing them is done elsewhere in the product.
 */
export async function connectGhlLocation(ports: ConnectingPorts, { isIncomplete = false } = {}): Promise<void> {
  const { rows, organizationId, newId, now } = ports;
  await disconnectGhlLocation(rows, organizationId);
  const location_id = `loc_${newId().slice(-12)}`;
  const moment = new Date(now).toISOString();
  await rows.insert(ghlConnections, {
    organization_id: organizationId,
    location_id,
    company_id: `com_${newId().slice(-12)}`,
    connected_at: moment,
    token_expires_at: new Date(now + tokenLifetime).toISOString(),
  });
  const bookers = isIncomplete
    ? []
    : await rows.find(agents, { organization_id: organizationId }, { orderBy: 'created_at' });
  await rows.insert(
    ghlCalendars,
    offered.map((calendar, index) => ({
      ...calendar,
      id: `cal_${newId().slice(-12)}`,
      organization_id: organizationId,
      location_id,
      agent_id: bookers[index % Math.max(1, bookers.length)]?.id ?? null,
      created_at: new Date(now + index).toISOString(), // in this order
    })),
  );
}

/** Takes the connection and its calendars away; what was booked stays. */
export async function disconnectGhlLocation(rows: Rows, organizationId: string): Promise<void> {
  const where = { organization_id: organizationId };
  await rows.delete(ghlConnections, where);
  await rows.delete(ghlCalendars, where);
}

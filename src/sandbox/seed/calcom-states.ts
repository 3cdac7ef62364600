import * as z from 'zod/mini';
import { accountsOf, disconnect } from '../calcom/calcom-accounts.js';
import { firstBookingsOf } from '../calcom/calcom-provider.js';
import { agents, type CalcomAccountRow, calcomAccounts, calcomBookings, calcomLinks } from '../db/tables.js';
import type { ConnectingPorts } from '../ghl/ghl-connection.js';

/** The accounts a workspace is to have, in this order; the first that works is the primary. */
export const calcomStates = z.array(
  z.strictObject({
    account_name: z.string(),
    status: z.enum(['active', 'inactive']),
    /** Why Cal.com refuses its key. */
    error: z.optional(z.string()),
  }),
);
type CalcomStates = z.infer<typeof calcomStates>;

/** A new account whose key nobody knows. */
function newAccount({ organizationId, newId, now }: ConnectingPorts, name: string, agentId: string | null) {
  return {
    id: newId(),
    organization_id: organizationId,
    agent_id: agentId,
    name,
    email: `${name.toLowerCase().replace(/[^a-z\d]+/g, '.')}@northwind.example`,
    status: 'active',
    error: null,
    salt: null,
    key_hash: null,
    connected_at: new Date(now).toISOString(),
    disconnected_at: null,
  } satisfies CalcomAccountRow;
}

/** Gives a workspace these accounts and no others. One of the same name stays the same, with its agents. */
export async function setCalcom(ports: ConnectingPorts, wanted: CalcomStates): Promise<void> {
  const { rows, organizationId, now } = ports;
  const known = await accountsOf(rows, organizationId);
  const kept = new Set<CalcomAccountRow>();
  for (const [index, { account_name, status, error }] of wanted.entries()) {
    const same = known.find((account) => account.name === account_name && !kept.has(account));
    const state = { status, error: error ?? (status === 'active' ? null : 'key rejected by provider') };
    if (same) {
      kept.add(same);
      await rows.update(calcomAccounts, { id: same.id }, state);
    } else {
      const later = { ...ports, now: now + index }; // in this order
      const account = { ...newAccount(later, account_name, null), ...state };
      await rows.insert(calcomAccounts, account);
      await rows.insert(calcomBookings, firstBookingsOf(account, new Date(now)));
    }
  }
  await disconnect(
    rows,
    known.filter((account) => !kept.has(account)),
    new Date(now),
  );
}

/** Has the workspace's first agent book through its first account, and the second one through one of its own. */
export async function seedCalcomAgents(ports: ConnectingPorts): Promise<void> {
  const { rows, organizationId } = ports;
  const [account] = await accountsOf(rows, organizationId);
  const where = { organization_id: organizationId };
  const [first, second] = await rows.find(agents, where, { orderBy: 'created_at' });
  if (account && first) {
    await rows.insert(calcomLinks, { agent_id: first.id, organization_id: organizationId, account_id: account.id });
  }
  if (second) await rows.insert(calcomAccounts, newAccount(ports, 'Night line', second.id));
}

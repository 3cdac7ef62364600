import { firstBookingsOf } from './calcom-provider.js';
import { base64url, type Random, sha256 } from './digest.js';
import type { Rows } from './store.js';
import { type AgentRow, type CalcomAccountRow, calcomAccounts, calcomBookings, calcomLinks } from './tables.js';

/** What is said of an account that is to be there. */
export interface SeededCalcomAccount {
  readonly account_name: string;
  readonly status: 'active' | 'inactive';
  readonly error?: string | undefined;
  readonly email?: string | undefined;
}

/** What seeding accounts stands on. */
export interface CalcomPorts {
  readonly rows: Rows;
  readonly random: Random;
  readonly newId: () => string;
  readonly now: number;
}

const day = 24 * 3_600_000;

/** An account nobody knows the key of. */
async function newAccount(
  { random, newId, now }: CalcomPorts,
  { account_name, status, error, email }: SeededCalcomAccount,
  of: { organizationId: string; agentId?: string; days: number },
): Promise<CalcomAccountRow> {
  return {
    id: newId(),
    organization_id: of.organizationId,
    agent_id: of.agentId ?? null,
    name: account_name,
    email: email ?? null,
    status,
    error: error ?? (status === 'inactive' ? 'key rejected by provider' : null),
    salt: base64url(random(16)),
    key_hash: await sha256(base64url(random(32))),
    connected_at: new Date(now - of.days * day).toISOString(),
    disconnected_at: null,
  };
}

/** Connects accounts to a workspace, the first of them the primary one; answers them in this order. */
export async function addCalcomAccounts(
  ports: CalcomPorts,
  organizationId: string,
  described: readonly SeededCalcomAccount[],
): Promise<CalcomAccountRow[]> {
  const { rows, now } = ports;
  const accounts: CalcomAccountRow[] = [];
  for (const [index, one] of described.entries()) {
    const account = await newAccount(ports, one, { organizationId, days: 90 - index });
    await rows.insert(calcomAccounts, account);
    await rows.insert(calcomBookings, firstBookingsOf(account, new Date(now)));
    accounts.push(account);
  }
  return accounts;
}

/** Two accounts; of the agents the first books through one of them, the second has a key of its own. */
export async function seedCalcom(
  ports: CalcomPorts,
  organizationId: string,
  [reception, afterHours]: readonly AgentRow[],
): Promise<void> {
  const { rows } = ports;
  const [primary] = await addCalcomAccounts(ports, organizationId, [
    { account_name: 'Front desk', status: 'active', email: 'front.desk@northwind.example' },
    { account_name: 'Surgery B', status: 'active', email: 'surgery.b@northwind.example' },
  ]);
  if (reception && primary) {
    const link = { agent_id: reception.id, organization_id: organizationId, account_id: primary.id };
    await rows.insert(calcomLinks, link);
  }
  if (!afterHours) return;
  const own = { account_name: 'Night line', status: 'active' } as const;
  await rows.insert(calcomAccounts, await newAccount(ports, own, { organizationId, agentId: afterHours.id, days: 60 }));
}

import * as z from 'zod/mini';
import { disconnectAccounts, findAccounts, newAccount } from '../calcom/calcom-accounts.js';
import { bookingsOf } from '../calcom/calcom-provider.js';
import { agents, appointments, type CalcomAccountRow, calcomAccounts } from '../db/tables.js';
import type { IntegrationTarget } from '../ghl/ghl-connection.js';

/** The wanted accounts in order; the first active one is the primary account. */
export const calcomStates = z.array(
  z.strictObject({
    account_name: z.string(),
    status: z.enum(['active', 'inactive']),
    /** The reason why Cal.com rejects the key. */
    error: z.optional(z.string()),
  }),
);

/** Gives an organization these accounts and no others. An account that has the same name is kept, with its agents. */
export async function setCalcom(target: IntegrationTarget, wanted: z.infer<typeof calcomStates>): Promise<void> {
  const { rows, organizationId, now } = target;
  const known = await findAccounts(rows, organizationId);
  const kept = new Set<CalcomAccountRow>();
  for (const [index, { account_name, status, error }] of wanted.entries()) {
    const existing = known.find((account) => account.name === account_name && !kept.has(account));
    const state = { status, error: error ?? (status === 'active' ? null : 'key rejected by provider') };
    if (existing) {
      kept.add(existing);
      await rows.update(calcomAccounts, { id: existing.id }, state);
    } else {
      // One millisecond apart, because accounts are ordered by time.
      const account = { ...seedAccount({ ...target, now: now + index }, account_name), ...state };
      await rows.insert(calcomAccounts, account);
      await rows.insert(appointments, bookingsOf(account, new Date(now)));
    }
  }
  const removed = known.filter((account) => !kept.has(account));
  await disconnectAccounts(rows, removed, new Date(now));
}

/** Links the first agent to the primary account, and gives the second one a private account. */
export async function linkCalcomAgents(target: IntegrationTarget): Promise<void> {
  const { rows, organizationId: organization_id } = target;
  const [account] = await findAccounts(rows, organization_id);
  const [first, second] = await rows.find(agents, { organization_id }, { orderBy: 'created_at' });
  if (account && first) await rows.update(agents, { id: first.id }, { calcom_account_id: account.id });
  if (second) await rows.insert(calcomAccounts, { ...seedAccount(target, 'Night line'), agent_id: second.id });
}

/** An account without a stored key. */
function seedAccount({ organizationId, newId, now }: IntegrationTarget, name: string): CalcomAccountRow {
  const email = `${name.toLowerCase().replace(/[^a-z\d]+/g, '.')}@northwind.example`;
  return newAccount({ id: newId(), organization_id: organizationId, name, email }, new Date(now));
}

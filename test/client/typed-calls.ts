// Only checked by the compiler, never run: the operation determines the parameters and the result of a call.
import type { Client } from '../../src/client/client.js';
import {
  assignCalcomAgentAccount,
  createApiKey,
  deleteApiKey,
  disconnectCalcom,
  getOrganization,
  listApiKeys,
  logout,
} from '../../src/contract/all.js';

export async function typedCalls(client: Client): Promise<void> {
  const { key, name } = await client.call(createApiKey, { body: { name: 'staging', expires_at: null } });
  const { items, total } = await client.call(listApiKeys, { query: { limit: 20 } });
  const deleted: null = await client.call(deleteApiKey, { params: { id: items[0]?.id ?? '' } });
  const texts: string[] = [key, name];
  const count: number | undefined = total;
  const { max_members } = await client.call(getOrganization, { params: { id: 'o' } });
  const seats: number | undefined = max_members;
  await client.call(assignCalcomAgentAccount, { params: { agent_id: 'a' }, body: { calcom_account_id: null } });
  void [deleted, texts, count, seats];

  // @ts-expect-error a parameter is missing
  await client.call(deleteApiKey, {});
  // @ts-expect-error the parameter is named id
  await client.call(deleteApiKey, { params: { key_id: 'k' } });
  // @ts-expect-error a body is missing
  await client.call(createApiKey, {});
  // @ts-expect-error a name is missing
  await client.call(createApiKey, { body: {} });
  // @ts-expect-error no such field
  await client.call(createApiKey, { body: { name: 'x', scope: 'all' } });
  // @ts-expect-error the account is missing; a server would disconnect all accounts
  await client.call(disconnectCalcom, { body: { org_id: 'o' } });
  // @ts-expect-error the operation has no body
  await client.call(logout, { body: {} });
  // @ts-expect-error the operation has no query
  await client.call(getOrganization, { params: { id: 'o' }, query: { limit: 1 } });
  // @ts-expect-error no client reads the body's schema: the script-tag build has none (D1)
  createApiKey.body;
  // @ts-expect-error the list has no key
  items[0]?.key;
}

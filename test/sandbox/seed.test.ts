import { expect, it } from 'vitest';
import { serveOn } from './api.js';
import { type StoreKind, storeKinds } from './stores.js';

const { api } = serveOn(storeKinds[0] as StoreKind);

it.each(
  [0, 1, 3, 8, 9, 20, 24, 100, 3000].flatMap((users) => [{ users }, { users, seats: 5 }, { users, seats: 5000 }]),
)('a workspace of %j keeps the limits of its own plan (D99)', async (options) => {
  const { id, owner } = await api.workspace(options);
  const token = owner.access_token;
  const totalOf = async (path: string) => Number((await api.get(`/api/v1/${path}`, { token })).body.meta.total);
  const organization = (await api.get(`/api/v1/organizations/profile/${id}`, { token })).body;
  const taken = (await totalOf('users?limit=1')) + (await totalOf('users/invitations?limit=1&status=PENDING'));
  expect(taken).toBeLessThanOrEqual(organization.max_members);
  expect(await totalOf('agents/?limit=1')).toBeLessThanOrEqual(organization.max_agents);
  expect(organization.total_credits).toBeLessThanOrEqual(organization.max_credits);
  expect(organization.can_use_api || (await totalOf('api-keys')) === 0).toBe(true);
  const invitation = { email: `${id}@northwind.example`, first_name: 'Grace', last_name: '' };
  const { status } = await api.post('/api/v1/users/invite', invitation, { token });
  expect(status).toBe(taken < organization.max_members ? 200 : 403);
});

import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { user } from './me.js';
import { inOrganization, page, paging } from './wire.js';

/** An order of the list of users: ascending, or descending with `-` (docs/contract.md 7.1). */
export const userSort = z.enum([
  'name',
  '-name',
  'role',
  '-role',
  'two_factor',
  '-two_factor',
  'last_login',
  '-last_login',
  'created_at',
  '-created_at',
]);
/** An order of the list of users. */
export type UserSort = z.infer<typeof userSort>;

/** Lists the organization's users. `search` matches name or email (docs/contract.md 7.1). Allowed for every user. */
export const listUsers = endpoint({
  name: 'listUsers',
  method: 'GET',
  path: '/api/v1/users',
  auth: 'user',
  basis: 'assumed',
  section: '7.1',
  shape: 'list',
  query: z.object({
    ...paging.shape,
    ...inOrganization.shape,
    search: z.optional(z.string()),
    role: z.optional(z.string()),
    status: z.optional(z.string()),
    two_factor: z.optional(z.enum(['on', 'off'])),
    sort: z.optional(userSort),
  }),
  reply: page(user),
});

/** Reads one user of the organization (docs/contract.md 7.1). */
export const getUser = endpoint({
  name: 'getUser',
  method: 'GET',
  path: '/api/v1/users/{id}',
  auth: 'user',
  basis: 'assumed',
  section: '7.1',
  reply: user,
  faults: ['NOT_FOUND'],
});

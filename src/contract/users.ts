import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { user } from './me.js';
import { flag, inOrganization, opt, page, paging, text } from './wire.js';

/** The roles a request may give; SUPERADMIN is the vendor's own and never assignable. */
export const assignableRole = z.enum(['OWNER', 'ADMIN', 'MEMBER']);

/** Lists the people of the workspace; `search` matches name or e-mail. Any member may. */
export const listUsers = endpoint({
  name: 'listUsers',
  method: 'GET',
  path: '/api/v1/users',
  auth: 'user',
  basis: 'assumed',
  shape: 'list',
  query: z.object({
    ...paging.shape,
    ...inOrganization.shape,
    search: z.optional(z.string()),
    role: z.optional(z.string()),
    status: z.optional(z.string()),
  }),
  reply: page(user),
});

/** Reads one person of the workspace. */
export const getUser = endpoint({
  name: 'getUser',
  method: 'GET',
  path: '/api/v1/users/{id}',
  auth: 'user',
  basis: 'assumed',
  reply: user,
  faults: ['NOT_FOUND'],
});

/** Gives a person another role. LAST_ADMIN: nobody would be OWNER any more. */
export const changeUserRole = endpoint({
  name: 'changeUserRole',
  method: 'PATCH',
  path: '/api/v1/users/{id}',
  auth: 'user',
  basis: 'assumed',
  body: z.strictObject({ role: assignableRole }),
  reply: user,
  faults: ['FORBIDDEN', 'NOT_FOUND', 'LAST_ADMIN', 'VALIDATION_FAILED'],
});

/** Takes a person's access to the workspace away. */
export const removeUser = endpoint({
  name: 'removeUser',
  method: 'DELETE',
  path: '/api/v1/users/{id}',
  auth: 'user',
  basis: 'assumed',
  shape: 'none',
  faults: ['FORBIDDEN', 'NOT_FOUND', 'LAST_ADMIN', 'CONFLICT'],
});

/** Lists the roles with what they permit; where it's missing, the defaults of section 8 stand. */
export const listRoles = endpoint({
  name: 'listRoles',
  method: 'GET',
  path: '/api/v1/roles',
  auth: 'user',
  basis: 'assumed',
  shape: 'list',
  reply: page(
    z.object({
      id: text,
      name: text,
      description: opt(text),
      permissions: opt(z.array(text)),
      is_assignable: opt(flag),
    }),
  ),
});

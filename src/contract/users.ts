import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { checked, flag, known, opt, page, text } from './wire.js';

/** A person's role; a value we don't know is kept as text and treated as MEMBER (section 8). */
export const role = known('OWNER', 'ADMIN', 'MEMBER', 'SUPERADMIN');

/** The roles a request may give; SUPERADMIN is the vendor's own and never assignable. */
export const assignableRole = z.enum(['OWNER', 'ADMIN', 'MEMBER']);

/** A person with access to the workspace (section 5.1). */
export const user = z.object({
  id: text,
  email: text,
  first_name: opt(text),
  last_name: opt(text),
  role,
  permissions: opt(z.array(text)),
  status: opt(known('ACTIVE', 'INVITED', 'DISABLED')),
  organization_id: opt(text),
  two_factor_enabled: opt(flag),
  must_change_password: opt(flag),
  auth_provider: opt(text),
  last_login_at: opt(text),
  created_at: opt(text),
  updated_at: opt(text),
});
export type User = z.infer<typeof user>;

/** Reads the person who is signed in. */
export const getCurrentUser = endpoint({
  name: 'getCurrentUser',
  method: 'GET',
  path: '/api/v1/users/me',
  auth: 'user',
  basis: 'assumed',
  reply: user,
});

/** What people may change of themselves; at least one of them. */
export const profileChange = checked(
  z.strictObject({
    first_name: z.optional(checked(z.string(), z.trim(), z.minLength(1), z.maxLength(80))),
    last_name: z.optional(checked(z.string(), z.trim(), z.maxLength(80))),
  }),
  z.refine((change) => Object.keys(change).length > 0, { error: 'empty' }),
);
export type ProfileChange = z.infer<typeof profileChange>;

/** Changes the signed-in person's own name. */
export const updateCurrentUser = endpoint({
  name: 'updateCurrentUser',
  method: 'PATCH',
  path: '/api/v1/users/me',
  auth: 'user',
  basis: 'assumed',
  body: profileChange,
  reply: user,
  faults: ['INVALID_REQUEST', 'VALIDATION_FAILED'],
});

/** Lists the people of the workspace; `search` matches name or e-mail. Any member may. */
export const listUsers = endpoint({
  name: 'listUsers',
  method: 'GET',
  path: '/api/v1/users',
  auth: 'user',
  basis: 'assumed',
  shape: 'list',
  query: z.object({
    limit: z.optional(z.number()),
    offset: z.optional(z.number()),
    search: z.optional(z.string()),
    role: z.optional(z.string()),
    status: z.optional(z.string()),
    org_id: z.optional(z.string()),
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

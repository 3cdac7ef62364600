import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { user } from './me.js';

/** The roles a request may give; SUPERADMIN is the vendor's own and never assignable. */
export const assignableRole = z.enum(['OWNER', 'ADMIN', 'MEMBER']);

/** Gives a person another role. LAST_ADMIN: nobody would be OWNER any more. */
export const changeUserRole = endpoint({
  name: 'changeUserRole',
  method: 'PATCH',
  path: '/api/v1/users/{id}',
  auth: 'user',
  basis: 'assumed',
  section: '7.1',
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
  section: '7.1',
  shape: 'none',
  faults: ['FORBIDDEN', 'NOT_FOUND', 'LAST_ADMIN', 'CONFLICT'],
});

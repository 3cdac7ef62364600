import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { user } from './me.js';

/** The roles that a request may assign. SUPERADMIN is reserved for the vendor (docs/contract.md 8). */
export const assignableRole = z.enum(['OWNER', 'ADMIN', 'MEMBER']);

/** Changes a user's role (docs/contract.md 7.1). `LAST_ADMIN`: no OWNER would be left. */
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

/**
 * Removes a user from the organization (docs/contract.md 7.1). `LAST_ADMIN`: no OWNER would be left. `CONFLICT`: the
 * user is the signed-in user.
 */
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

import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { flag, known, opt, text } from './wire.js';

/** A user's role. An unknown value stays text and counts as MEMBER (docs/contract.md 8). */
export const role = known('OWNER', 'ADMIN', 'MEMBER', 'SUPERADMIN');

/** A user of the organization (docs/contract.md 5.1). */
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
/** A user of the organization. */
export type User = z.infer<typeof user>;

/** Reads the signed-in user (docs/contract.md 5.2). Works with a temporary password, too. */
export const getCurrentUser = endpoint({
  name: 'getCurrentUser',
  method: 'GET',
  path: '/api/v1/users/me',
  auth: 'user',
  basis: 'assumed',
  section: '5.2',
  reply: user,
});

import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { flag, opt, page, text } from './wire.js';

/**
 * Lists the roles with their permissions (docs/contract.md 7.1). If the operation is missing, docs/contract.md 8 has
 * defaults.
 */
export const listRoles = endpoint({
  name: 'listRoles',
  method: 'GET',
  path: '/api/v1/roles',
  auth: 'user',
  basis: 'assumed',
  section: '7.1',
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

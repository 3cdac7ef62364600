import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { flag, opt, page, paging, text } from './wire.js';

/** The fields of a key, without its value (docs/contract.md 6). Times are timestamps. */
export const apiKeyFields = {
  id: text,
  name: text,
  /** The first characters of the key's value. */
  prefix: opt(text),
  last_four: opt(text),
  created_at: opt(text),
  /** Absent: never used. */
  last_used_at: opt(text),
  /** Absent: never expires. */
  expires_at: opt(text),
  /** Id of the user who created it. */
  created_by: opt(text),
  is_active: opt(flag),
};

/** A key as lists show it: enough to recognize it, never its value. */
export const apiKey = z.object(apiKeyFields);
/** A key as {@link listApiKeys} returns it. */
export type ApiKey = z.infer<typeof apiKey>;

/**
 * Lists the organization's API keys, newest first (docs/contract.md 6). Owners and admins only. `API_ACCESS_DISABLED`:
 * the plan has no API.
 */
export const listApiKeys = endpoint({
  name: 'listApiKeys',
  method: 'GET',
  path: '/api/v1/api-keys',
  auth: 'user',
  basis: 'assumed',
  section: '6',
  shape: 'list',
  query: paging,
  reply: page(apiKey),
  faults: ['FORBIDDEN', 'API_ACCESS_DISABLED'],
});

import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { flag, opt, page, paging, text } from './wire.js';

/** The fields of a key, the secret not among them. */
export const apiKeyFields = {
  id: text,
  name: text,
  /** Leading characters of the secret. */
  prefix: opt(text),
  last_four: opt(text),
  created_at: opt(text),
  /** Absent: never used, as far as the server knows. */
  last_used_at: opt(text),
  /** Absent: never expires. */
  expires_at: opt(text),
  /** Id of the user who created it. */
  created_by: opt(text),
  is_active: opt(flag),
};

/** A key as it's listed: enough to recognise it, never the secret. */
export const apiKey = z.object(apiKeyFields);
export type ApiKey = z.infer<typeof apiKey>;

/** Lists the organization's API keys, newest first. Owners and admins only. */
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

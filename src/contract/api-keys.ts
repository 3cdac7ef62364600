import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { checked, flag, opt, page, paging, text, timestamp } from './wire.js';

const fields = {
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
export const apiKey = z.object(fields);
export type ApiKey = z.infer<typeof apiKey>;

/** Lists the organization's API keys, newest first. Owners and admins only. */
export const listApiKeys = endpoint({
  name: 'listApiKeys',
  method: 'GET',
  path: '/api/v1/api-keys',
  auth: 'user',
  basis: 'assumed',
  shape: 'list',
  query: paging,
  reply: page(apiKey),
  faults: ['FORBIDDEN', 'API_ACCESS_DISABLED'],
});

/** What a new key is made of; without `expires_at` it never expires. */
export const newApiKey = z.strictObject({
  name: checked(z.string(), z.trim(), z.minLength(1), z.maxLength(80)),
  expires_at: z.optional(z.nullable(timestamp)),
});
export type NewApiKey = z.infer<typeof newApiKey>;

/**
 * Creates a key for the signed-in user's organization. Owners and admins only.
 * `key` is the secret. It exists in this reply and nowhere else: show it once, then let it go.
 */
export const createApiKey = endpoint({
  name: 'createApiKey',
  method: 'POST',
  path: '/api/v1/api-keys',
  auth: 'user', // an API key is refused
  basis: 'assumed',
  body: newApiKey,
  reply: z.object({ ...fields, key: text }),
  faults: ['FORBIDDEN', 'API_ACCESS_DISABLED', 'CONFLICT', 'VALIDATION_FAILED'],
});

/** Deletes a key, which stops working at once. NOT_FOUND means that it's gone already. */
export const deleteApiKey = endpoint({
  name: 'deleteApiKey',
  method: 'DELETE',
  path: '/api/v1/api-keys/{id}',
  auth: 'user',
  basis: 'assumed',
  shape: 'none',
  faults: ['FORBIDDEN', 'NOT_FOUND'],
});

import * as z from 'zod/mini';
import { apiKeyFields } from './api-keys.js';
import { endpoint } from './endpoint.js';
import { checked, text, timestamp } from './wire.js';

/** Body of {@link createApiKey}. A key without `expires_at` never expires. */
export const newApiKey = z.strictObject({
  name: checked(z.string(), z.trim(), z.minLength(1), z.maxLength(80)),
  expires_at: z.optional(z.nullable(timestamp)),
});
/** Body of {@link createApiKey}. */
export type NewApiKey = z.infer<typeof newApiKey>;

/**
 * Creates a key for the signed-in user's organization (docs/contract.md 6). Owners and admins only. `key` is the value
 * of the key, a secret that no other reply contains: show it once, then drop it. `CONFLICT`: the name is taken.
 */
export const createApiKey = endpoint({
  name: 'createApiKey',
  method: 'POST',
  path: '/api/v1/api-keys',
  auth: 'user', // an API key is refused
  basis: 'assumed',
  section: '6',
  body: newApiKey,
  reply: z.object({ ...apiKeyFields, key: text }),
  faults: ['FORBIDDEN', 'API_ACCESS_DISABLED', 'CONFLICT', 'VALIDATION_FAILED'],
});
/** A new key with its value, the secret. */
export type CreatedApiKey = z.infer<typeof createApiKey.reply>;

/** Deletes a key, which stops working immediately (docs/contract.md 6). `NOT_FOUND`: it was deleted before. */
export const deleteApiKey = endpoint({
  name: 'deleteApiKey',
  method: 'DELETE',
  path: '/api/v1/api-keys/{id}',
  auth: 'user',
  basis: 'assumed',
  section: '6',
  shape: 'none',
  faults: ['FORBIDDEN', 'NOT_FOUND'],
});

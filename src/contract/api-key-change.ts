import * as z from 'zod/mini';
import { apiKeyFields } from './api-keys.js';
import { endpoint } from './endpoint.js';
import { checked, text, timestamp } from './wire.js';

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
  section: '6',
  body: newApiKey,
  reply: z.object({ ...apiKeyFields, key: text }),
  faults: ['FORBIDDEN', 'API_ACCESS_DISABLED', 'CONFLICT', 'VALIDATION_FAILED'],
});
export type CreatedApiKey = z.infer<typeof createApiKey.reply>;

/** Deletes a key, which stops working at once. NOT_FOUND means that it's gone already. */
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

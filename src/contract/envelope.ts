import { isObject } from './json.js';
import { snakeKeys } from './spelling.js';

/**
 * Returns the payload of a successful body in any shape of docs/contract.md 3.1, with keys in `snake_case`. A list
 * becomes the object that {@link page} reads: `{ items, total, limit, offset }`. An empty body becomes `null`.
 */
export function unwrap(body: unknown): unknown {
  let payload = body;
  let meta: unknown;
  if (isObject(body) && body.success === true) {
    const { success, message, ...rest } = body;
    payload = 'data' in rest ? rest.data : rest;
    meta = rest.meta;
  }
  const named = snakeKeys(payload);
  return Array.isArray(named) ? { ...(isObject(meta) ? meta : {}), items: named } : (named ?? null);
}

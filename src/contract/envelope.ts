import { isObject } from './json.js';
import { snakeKeys } from './spelling.js';

/**
 * The payload of a success body in any of the seven shapes of docs/contract.md 3.1; a list comes back as what {@link
 * page} reads. An empty body is `null`.
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

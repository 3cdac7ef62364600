import * as z from 'zod/mini';
import type { Schema } from './endpoint.js';

/** Text that a reply can't do without. */
export const text = z.string();

/** A JSON boolean; other spellings of truth are not accepted. */
export const flag = z.boolean();

/** A JSON number, or a string of digits, as the gateway services send their 64-bit integers (section 1.2). */
export const number = z.pipe(
  z.transform((value: unknown) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value)),
  z.number(),
);

type Check<Value> = z.core.CheckFn<Value> | z.core.$ZodCheck<Value>;

/**
 * A schema with checks added. Unlike zod's own `.check()`, a bundler sees that the call has no side effects, so that
 * a page which doesn't use the schema doesn't carry it.
 */
/* @__NO_SIDE_EFFECTS__ */
export function checked<S extends Schema>(schema: S, ...checks: Check<z.output<S>>[]): S {
  return schema.check(...(checks as unknown as Check<unknown>[])) as S;
}

/** A field that may be absent, `null` or unreadable: all of these read as `undefined`, never as a broken reply. */
/* @__NO_SIDE_EFFECTS__ */
export function opt<S extends Schema>(schema: S) {
  return z.catch(z.optional(schema), undefined);
}

/** An object whose keys the vendor doesn't document; keys and values stay untouched. */
export const freeForm = z.looseObject({});

/**
 * An enumeration read leniently: upper-cased and without the gateway's prefix where that makes it a known value,
 * else the text as it came, so that a new value never breaks a page.
 */
/* @__NO_SIDE_EFFECTS__ */
export function known<const Value extends string>(...values: Value[]) {
  return z.pipe(
    z.string(),
    z.transform((raw) => {
      const bare = raw.toUpperCase().replace(/^(AGENT_STATUS|ROLE|USER_STATUS)_/, '') as Value;
      // Keeps the known values in the type, for completion, though any text may come.
      return (values.includes(bare) ? bare : raw) as Value | (string & {});
    }),
  );
}

/** A page of a list. `total` is missing where the server doesn't count; then what came is all there is. */
/* @__NO_SIDE_EFFECTS__ */
export function page<S extends Schema>(item: S) {
  return z.object({ items: z.array(item), total: opt(number), limit: opt(number), offset: opt(number) });
}

/** Query of a list: how many rows, and how many to pass over. */
export const paging = z.object({ limit: z.optional(z.number()), offset: z.optional(z.number()) });

/** Query that names the organization where the token may not (section 2.3). */
export const inOrganization = z.object({ org_id: z.optional(z.string()) });

/** A UUID of any version in any case (appendix A); provider ids are opaque and not checked by it. */
export const uuid = checked(z.string(), z.regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, { error: 'uuid' }));

/** An ISO 8601 moment a request carries. */
export const timestamp = checked(
  z.string(),
  z.refine((value) => /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)), { error: 'date' }),
);

type JsonObject = Record<string, unknown>;

/** Whether it's a JSON object: neither an array nor `null`. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The payload of a success body in any of the seven shapes of section 3.1; a list comes back as what {@link page}
 * reads. An empty body is `null`.
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

/**
 * Renames camelCase keys to snake_case on an object, on the items of a list, and on the items of lists directly within
 * an object. Other nested objects are left alone: they may be free-form maps (section 1.2, rule a).
 */
export function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (!isObject(value)) return value;
  // fromEntries defines keys rather than setting them, so that a key `__proto__` stays a mere key.
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      Array.isArray(field) ? field.map(snakeKeys) : field,
    ]),
  );
}

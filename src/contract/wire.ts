import * as z from 'zod/mini';
import type { Schema } from './endpoint.js';
import { bareEnum, readDigits, readNumericId } from './spelling.js';

/** Text that a reply can't do without. */
export const text = z.string();

/** A JSON boolean; other spellings of truth are not accepted. */
export const flag = z.boolean();

/** A JSON number, or a string of digits, as the gateway services send their 64-bit integers (docs/contract.md 1.2). */
export const number = z.pipe(z.transform(readDigits), z.number());

/** An id of somebody else's, as text; some of them are numbers on some routes. */
export const identifier = z.pipe(z.transform(readNumericId), text);

type Check<Value> = z.core.CheckFn<Value> | z.core.$ZodCheck<Value>;

/**
 * A schema with checks added. Unlike zod's own `.check()`, a bundler sees that the call has no side effects, so that
 * a page which doesn't use the schema doesn't carry it.
 */
export function checked<S extends Schema>(schema: S, ...checks: Check<z.output<S>>[]): S {
  return schema.check(...(checks as unknown as Check<unknown>[])) as S;
}

/** A field that may be absent, `null` or unreadable: all of these read as `undefined`, never as a broken reply. */
export function opt<S extends Schema>(schema: S) {
  return z.catch(z.optional(schema), undefined);
}

/** An object whose keys the vendor doesn't document; keys and values stay untouched. */
export const freeForm = z.looseObject({});

/**
 * An enumeration read leniently: the bare value where that's a known one, else the text as it came, so that a new value
 * never breaks a page.
 */
export function known<const Value extends string>(...values: Value[]) {
  return z.union([z.pipe(z.transform(bareEnum), z.enum(values)), z.string()]);
}

/** A page of a list. `total` is missing where the server doesn't count; then what came is all there is. */
export function page<S extends Schema>(item: S) {
  return z.object({ items: z.array(item), total: opt(number), limit: opt(number), offset: opt(number) });
}

/** Query of a list: how many rows, and how many to pass over. */
export const paging = z.object({ limit: z.optional(z.number()), offset: z.optional(z.number()) });

/** Query that names the organization where the token may not (docs/contract.md 2.3). */
export const inOrganization = z.object({ org_id: z.optional(z.string()) });

/** A UUID of any version in any case (docs/contract.md A); provider ids are opaque and not checked by it. */
export const uuid = checked(z.string(), z.regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, { error: 'uuid' }));

/** An ISO 8601 moment a request carries. */
export const timestamp = checked(
  z.string(),
  z.refine((value) => /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)), { error: 'date' }),
);

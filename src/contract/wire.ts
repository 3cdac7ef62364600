import * as z from 'zod/mini';
import type { Schema } from './endpoint.js';
import { bareEnum, readDigits, readNumericId } from './spelling.js';

/** A required string. */
export const text = z.string();

/** A JSON boolean. No other value counts as one. */
export const flag = z.boolean();

/** A JSON number, or a string of digits as gateway services send 64-bit integers (docs/contract.md 1.2). */
export const number = z.pipe(z.transform(readDigits), z.number());

/** An id of a provider, as text. Some operations send it as a number. */
export const identifier = z.pipe(z.transform(readNumericId), text);

type Check<Value> = z.core.CheckFn<Value> | z.core.$ZodCheck<Value>;

/**
 * Adds checks to a schema. scripts/pure-schemas.mjs marks calls of this function as free of side effects, which it
 * can't do for zod's own `.check()`, so that a page doesn't carry schemas that it doesn't use.
 */
export function checked<S extends Schema>(schema: S, ...checks: Check<z.output<S>>[]): S {
  return schema.check(...(checks as unknown as Check<unknown>[])) as S;
}

/**
 * An optional field. A value that is absent, `null` or of another type becomes `undefined`, so that it never makes a
 * reply unreadable (docs/contract.md A).
 */
export function opt<S extends Schema>(schema: S) {
  return z.catch(z.optional(schema), undefined);
}

/** An object whose keys the vendor doesn't document. Keys and values stay unchanged. */
export const freeForm = z.looseObject({});

/**
 * An enumeration: one of `values` in any spelling of docs/contract.md 1.2, else the unchanged text, so that a new value
 * never breaks a page.
 */
export function known<const Value extends string>(...values: Value[]) {
  return z.union([z.pipe(z.transform(bareEnum), z.enum(values)), z.string()]);
}

/**
 * A page of a list, as {@link unwrap} returns it. Without `total`, a full page means that there may be a next one
 * (docs/contract.md 3.4).
 */
export function page<S extends Schema>(item: S) {
  return z.object({ items: z.array(item), total: opt(number), limit: opt(number), offset: opt(number) });
}

/** Query of a list: how many items, and how many to skip (docs/contract.md 3.4). */
export const paging = z.object({ limit: z.optional(z.number()), offset: z.optional(z.number()) });

/** Query that names the organization, in case the token doesn't (docs/contract.md 2.3). */
export const inOrganization = z.object({ org_id: z.optional(z.string()) });

/** A UUID of any version in any case (docs/contract.md A). Ids of providers are opaque strings, not UUIDs. */
export const uuid = checked(z.string(), z.regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, { error: 'uuid' }));

/** A timestamp in a request: RFC 3339 in upper case, without leap seconds (docs/contract.md A). */
export const timestamp = checked(z.string(), z.iso.datetime({ offset: true, error: 'date' }));

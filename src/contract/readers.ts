import { isObject } from './json.js';

// The script-tag build reads replies with these functions instead of zod, so that a page loads zod only with its first
// form. scripts/reply-readers.mjs generates the calls from the reply schemas; test/build/readers.test.ts compares their
// results with zod's.

/** Reads the value at `path`. Throws a `TypeError` that names the path if the value doesn't fit. */
type Read = (value: unknown, path: string) => unknown;

function mismatch(path: string, expected: string): never {
  throw new TypeError(`${path || 'reply'} is not ${expected}`);
}

/** A string. */
export const text: Read = (value, path) => (typeof value === 'string' ? value : mismatch(path, 'text'));
/** A boolean. */
export const flag: Read = (value, path) => (typeof value === 'boolean' ? value : mismatch(path, 'a boolean'));
/** A finite number. */
export const number: Read = (value, path) => (Number.isFinite(value) ? value : mismatch(path, 'a number'));
/** Any value, unchanged. */
export const anything: Read = (value) => value;

/** An object with any keys, except `__proto__`, which would set the prototype of its copies. */
export const freeForm: Read = (value, path) => {
  if (!isObject(value)) return mismatch(path, 'an object');
  const { __proto__: _, ...rest } = value;
  return rest;
};

/** One of the given values. */
export function one(...values: unknown[]): Read {
  return (value, path) => (values.includes(value) ? value : mismatch(path, values.join(' or ')));
}

/** An array whose items `item` reads. */
export function list(item: Read): Read {
  return (value, path) =>
    Array.isArray(value) ? value.map((each, index) => item(each, `${path}.${index}`)) : mismatch(path, 'a list');
}

/** An object with the given fields. Other keys are left out. */
export function object(fields: Record<string, Read>): Read {
  return (value, path) => {
    if (!isObject(value)) return mismatch(path, 'an object');
    return Object.fromEntries(
      Object.entries(fields).flatMap(([name, read]) => {
        const field = read(value[name], `${path}.${name}`);
        return field === undefined ? [] : [[name, field]];
      }),
    );
  };
}

/** As `read`, or `undefined`. */
export function optional(read: Read): Read {
  return (value, path) => (value === undefined ? value : read(value, path));
}

/** As `read`, or `null`. */
export function nullable(read: Read): Read {
  return (value, path) => (value === null ? value : read(value, path));
}

/** As `read`, and `undefined` for a value that doesn't fit. */
export function lenient(read: Read): Read {
  return either(read, () => undefined);
}

/** As `first`, or as `second` if the value doesn't fit. */
export function either(first: Read, second: Read): Read {
  return (value, path) => {
    try {
      return first(value, path);
    } catch {
      return second(value, path);
    }
  };
}

/** Reads with `first`, and its result with `second`. */
export function chain(first: Read, second: Read): Read {
  return (value, path) => second(first(value, path), path);
}

/** The part of a schema that the client uses. */
export function reader(read: Read) {
  return {
    safeParse(value: unknown) {
      try {
        return { success: true, data: read(value, '') };
      } catch (error) {
        return { success: false, error };
      }
    },
  };
}

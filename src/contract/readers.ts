import { isObject } from './json.js';

// What the script-tag build reads replies with. scripts/reply-readers.mjs writes calls of these in place of the reply
// schemas, which it takes from the contract itself, so that a page doesn't carry zod before anything is edited.
// test/build/readers.test.ts holds them to zod's own answers.

/** Reads a value found at `path`; throws where it can't be read. */
type Read = (value: unknown, path: string) => unknown;

function refuse(path: string, expected: string): never {
  throw new TypeError(`${path || 'reply'} is not ${expected}`);
}

export const text: Read = (value, path) => (typeof value === 'string' ? value : refuse(path, 'text'));
export const flag: Read = (value, path) => (typeof value === 'boolean' ? value : refuse(path, 'a boolean'));
export const number: Read = (value, path) => (Number.isFinite(value) ? value : refuse(path, 'a number'));
export const anything: Read = (value) => value;

/** Whatever is in an object; but what would become the prototype of its copies is left out. */
export const freeForm: Read = (value, path) => {
  if (!isObject(value)) return refuse(path, 'an object');
  const { __proto__: _, ...rest } = value;
  return rest;
};

/** One of a few values. */
export function one(...values: unknown[]): Read {
  return (value, path) => (values.includes(value) ? value : refuse(path, values.join(' or ')));
}

export function list(item: Read): Read {
  return (value, path) =>
    Array.isArray(value) ? value.map((each, index) => item(each, `${path}.${index}`)) : refuse(path, 'a list');
}

/** The fields that are known; others are left out. */
export function object(fields: Record<string, Read>): Read {
  return (value, path) => {
    if (!isObject(value)) return refuse(path, 'an object');
    return Object.fromEntries(
      Object.entries(fields).flatMap(([name, read]) => {
        const field = read(value[name], `${path}.${name}`);
        return field === undefined ? [] : [[name, field]];
      }),
    );
  };
}

/** `undefined` stays as it is. */
export function optional(read: Read): Read {
  return (value, path) => (value === undefined ? value : read(value, path));
}

/** `null` stays as it is. */
export function nullable(read: Read): Read {
  return (value, path) => (value === null ? value : read(value, path));
}

/** What can't be read is `undefined`. */
export function lenient(read: Read): Read {
  return either(read, () => undefined);
}

/** The first of two that can be read. */
export function either(first: Read, second: Read): Read {
  return (value, path) => {
    try {
      return first(value, path);
    } catch {
      return second(value, path);
    }
  };
}

/** One after the other. */
export function chain(first: Read, second: Read): Read {
  return (value, path) => second(first(value, path), path);
}

/** A schema to the client, as far as the client uses one. */
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

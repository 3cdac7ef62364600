import fc from 'fast-check';
import { isObject } from '../../../src/contract/json.js';

type Json = Record<string, unknown>;

/** Unlikely input: control characters, emoji, parts of paths and queries, very long texts. */
export const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('%00', 'null', '-1', '1e309', '0', "'; --", '\u0000', '\u202e', '__proto__', 'x'.repeat(5000)),
  fc.constantFrom('2020-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 'a@northwind.example', 'OWNER', 'Europe/Dublin'),
);

/** Values that a JSON schema roughly allows: only examples match formats and patterns. */
export function fitting(schema: Json): fc.Arbitrary<unknown> {
  if (Object.hasOwn(schema, 'const')) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (Array.isArray(schema.anyOf)) return fc.oneof(...schema.anyOf.map(fitting));
  const [type] = [schema.type].flat();
  const { minLength = 0, maxLength = 40 } = schema as { minLength?: number; maxLength?: number };
  if (type === 'string') return fc.string({ minLength, maxLength: Math.min(maxLength, 200) });
  if (type === 'integer' || type === 'number') return fc.integer({ min: 0, max: 500 });
  if (type === 'boolean') return fc.boolean();
  if (type === 'array') return fc.array(fitting(schema.items as Json), { maxLength: 5 });
  return fc.jsonValue({ maxDepth: 2 });
}

/** A value as the text of a parameter. */
export const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Random choices, the same for the same seed. */
export function choices(seed: number) {
  const [pick] = fc.sample(fc.gen(), { seed, numRuns: 1 });
  if (!pick) throw new Error('fast-check made no sample');
  return {
    pick,
    /** True once in `times`. */
    once: (times: number) => pick(fc.nat, times - 1) === 0,
    one: <Value>(values: readonly Value[]): Value => values[pick(fc.nat, values.length - 1)] as Value,
    bytes: (length: number) => new Uint8Array(pick(fc.uint8Array, { minLength: length, maxLength: length })),
  };
}

/** Values of replies and accepted bodies by field and by collection, so that later requests use existing values. */
export class KnownValues {
  readonly #values = new Map<string, unknown[]>();

  /** The latest values, in the order of their addition. */
  of(...names: string[]): readonly unknown[] {
    return names.flatMap((name) => this.#values.get(name)?.slice(-8) ?? []);
  }

  add(name: string, value: unknown) {
    this.#values.set(name, [...(this.#values.get(name) ?? []).filter((other) => other !== value), value]);
  }

  /** Adds all fields of a body. An `id` is added to its collection. */
  read(value: unknown, collection: string) {
    if (Array.isArray(value)) for (const item of value) this.read(item, collection);
    else if (typeof value === 'string') this.add(collection, value);
    if (!isObject(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'object') this.read(inner, name === 'data' ? collection : name);
      else this.add(name === 'id' ? collection : name, inner);
    }
  }
}

/** The collection of a path, or of its parameter `name`: the last segment, or the segment before the parameter. */
export function collectionOf(path: string, name?: string): string {
  const [before = ''] = name ? path.split(`{${name}}`) : [path];
  return before.split('/').findLast((segment) => /^\w/.test(segment)) ?? '';
}

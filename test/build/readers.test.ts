import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { readerSource } from '../../scripts/reader-source.mjs';
import * as contract from '../../src/contract/all.js';
import * as r from '../../src/contract/readers.js';

// The script-tag build reads replies with generated readers instead of zod. Both must accept the same replies and
// return the same values.

const transforms = Object.values(contract).filter((value) => typeof value === 'function');

function generatedReader(schema: z.ZodMiniType) {
  const source = readerSource(schema, (transform) => transform.name);
  const names = transforms.map(({ name }) => name);
  const make = new Function('r', ...names, `return r.reader(${source});`);
  return make(r, ...transforms) as ReturnType<typeof r.reader>;
}

/** The parts of zod's schema definitions that replies use. */
interface Definition {
  type: string;
  shape: Record<string, z.ZodMiniType>;
  options: z.ZodMiniType[];
  element: z.ZodMiniType;
  innerType: z.ZodMiniType;
  in: z.ZodMiniType;
  out: z.ZodMiniType;
}

/** Keys that no schema has, including those of `Object.prototype`. */
const anyKey = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor'));

/** A possible value of a field: often one that the schema allows, else any JSON value, null or nothing. */
function likely(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Definition;
  const fitting = (): fc.Arbitrary<unknown> => {
    switch (def.type) {
      case 'string':
        return fc.oneof(fc.string(), fc.constantFrom('ROLE_OWNER', 'active', 'Custom Role', 'a.example, @B.example'));
      case 'boolean':
        return fc.boolean();
      case 'number':
        return fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom('12', '-1'));
      case 'array':
        return fc.array(likely(def.element), { maxLength: 3 });
      case 'object':
        return fc
          .record(Object.fromEntries(Object.entries(def.shape).map(([name, field]) => [name, likely(field)])), {
            noNullPrototype: true,
          })
          .chain((known) =>
            fc.dictionary(anyKey, fc.jsonValue(), { maxKeys: 2 }).map((more) => ({ ...more, ...known })),
          );
      case 'union':
        return fc.oneof(...def.options.map(likely));
      case 'pipe':
        return fc.oneof(likely(def.in), likely(def.out));
      case 'optional':
      case 'nullable':
      case 'catch':
        return likely(def.innerType);
      default:
        return fc.jsonValue();
    }
  };
  return fc.oneof(
    { weight: 12, arbitrary: fitting() },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.constantFrom(undefined, null) },
  );
}

/** A value without keys that are `undefined`: readers do not distinguish them from missing keys. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? null));

describe('a generated reader', () => {
  it('names the field that does not fit, and what would', () => {
    const read = r.object({
      on: r.flag,
      names: r.list(r.text),
      size: r.number,
      kind: r.one('a', 'b'),
      more: r.freeForm,
    });
    const { safeParse } = r.reader(read);
    const fitting = { on: true, names: ['a'], size: 1, kind: 'a', more: {} };
    expect(safeParse(fitting)).toEqual({ success: true, data: fitting });
    const messageOf = (value: unknown) => (safeParse(value).error as TypeError).message;
    expect(messageOf([])).toBe('reply is not an object');
    expect(messageOf({ ...fitting, on: 1 })).toBe('.on is not a boolean');
    expect(messageOf({ ...fitting, names: 'a' })).toBe('.names is not a list');
    expect(messageOf({ ...fitting, names: ['a', 2] })).toBe('.names.1 is not text');
    expect(messageOf({ ...fitting, size: Number.NaN })).toBe('.size is not a number');
    expect(messageOf({ ...fitting, kind: 'c' })).toBe('.kind is not a or b');
    expect(messageOf({ ...fitting, more: null })).toBe('.more is not an object');
  });

  for (const operation of Object.values(contract.endpoints)) {
    const { reply } = operation;
    if (!reply) continue;
    it(`reads what ${operation.name} answers exactly as its schema does`, () => {
      const reader = generatedReader(reply);
      fc.assert(
        fc.property(likely(reply), (body) => {
          const bySchema = reply.safeParse(body);
          const byReader = reader.safeParse(body);
          expect(byReader.success).toBe(bySchema.success);
          if (bySchema.success) expect(plain(byReader.data)).toEqual(plain(bySchema.data));
        }),
        { numRuns: 200 },
      );
    });
  }
});

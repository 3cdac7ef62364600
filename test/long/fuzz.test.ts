import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFault } from '../../src/contract/fault.js';
import { openApiDocument } from '../../src/sandbox/openapi.js';
import { BuiltServer } from './built-server.js';

interface Operation {
  operationId: string;
  parameters?: readonly { in: string; name: string }[];
  requestBody?: { content: Record<string, { schema: { properties?: object } }> };
}

const { paths } = openApiDocument() as { paths: Record<string, Record<string, Operation>> };

const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => ({
    name: operationId,
    method: method.toUpperCase(),
    path,
    query: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
    keys: Object.keys(requestBody?.content['application/json']?.schema.properties ?? {}),
  })),
);

/** Unlikely input: control characters, emoji, parts of paths and of queries, far too much. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('..', '%00', 'null', '-1', '1e309', '0', "'; --", '\u0000', '\u202e', 'x'.repeat(5000)),
);

/** Bodies: no JSON, any JSON, and objects with the keys that belong there and values that don't. */
function bodies(keys: readonly string[]) {
  const value = fc.oneof(oddText, fc.jsonValue(), fc.constantFrom('2026-11-23T00:00:00Z', 'a@northwind.example', true));
  const fitting = fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
  return fc.oneof(
    oddText,
    fc.json(),
    fitting.map((body) => JSON.stringify(body)),
  );
}

describe('whatever is sent', () => {
  const server = new BuiltServer();
  const { api } = server;

  beforeAll(async () => {
    await server.start();
  });

  afterAll(async () => {
    await server.end();
    server.remove();
  });

  it.each(operations)('$name answers as the contract says', async ({ method, path, query, keys }) => {
    const { id, owner, member } = await api.workspace(); // of its own, since one of the operations is signing out
    const text = fc.oneof(oddText, fc.constantFrom(id, member.user_id)).map(encodeURIComponent);
    const texts = fc.tuple(text, text, text, text, text, text);
    await fc.assert(
      fc.asyncProperty(texts, bodies(keys), async (values, body) => {
        const rest = [...values];
        const target = path.replace(/\{\w+\}/g, () => rest.pop() || 'x');
        const search = query.map((name) => `${name}=${rest.pop() ?? ''}`).join('&');
        const { status, body: answer } = await api.send(method, search ? `${target}?${search}` : target, {
          token: owner.access_token,
          ...(method === 'GET' ? {} : { body }),
        });
        expect(status).toBeLessThan(500);
        if (status < 400) return;
        expect(answer).toBeTypeOf('object');
        expect(readFault(status, answer)).toMatchObject({ code: expect.any(String), message: expect.any(String) });
      }),
      { numRuns: 150 },
    );
  });
});

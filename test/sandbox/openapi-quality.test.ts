import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { definitionOf, endpoints, unwrap } from '../../src/contract/all.js';
import { memoryStore } from '../../src/sandbox/db/memory-store.js';
import { openApiDocument } from '../../src/sandbox/openapi.js';
import { fuzz } from './fuzz/fuzz.js';

// biome-ignore lint/suspicious/noExplicitAny: a document of the standard, which Redocly checks
const document = openApiDocument() as any;
const operations = Object.values(endpoints).map((endpoint) => {
  const definition = definitionOf(endpoint);
  return { ...definition, described: document.paths[definition.path][definition.method.toLowerCase()] };
});

describe('openapi.json', () => {
  it('passes the rules that Redocly recommends (D100)', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    const found = problems.map(({ severity, ruleId, location }) => `${severity} ${ruleId} ${location[0]?.pointer}`);
    // The vendor's path, whose final slash is significant (docs/contract.md 1.1). Warnings: redirects, and operations
    // for which no client error is possible.
    expect(found.sort()).toEqual([
      'error no-path-trailing-slash #/paths/~1api~1v1~1agents~1',
      'warn operation-2xx-response #/paths/~1api~1v1~1ghl~1oauth~1authorize/get/responses',
      'warn operation-2xx-response #/paths/~1api~1v1~1ghl~1oauth~1callback/get/responses',
      'warn operation-4xx-response #/paths/~1api~1v1~1ghl~1oauth~1callback/get/responses',
      'warn operation-4xx-response #/paths/~1health/get/responses',
      'warn operation-4xx-response #/paths/~1ready/get/responses',
    ]);
  });

  it.each(operations)('$name has a summary, a description, a tag and valid examples (D100)', (operation) => {
    const { described, body, reply, shape } = operation;
    for (const text of [described.summary, described.description]) expect(text).toMatch(/\w{3}/);
    expect(document.tags.map(({ name }: { name: string }) => name)).toContain(described.tags[0]);
    for (const { example } of described.parameters) expect(example).toBeDefined();
    if (body) {
      const { example } = described.requestBody.content['application/json'];
      expect(body.safeParse(example).error).toBeUndefined();
    }
    if (shape === 'redirect') return expect(described.responses[302].headers.Location.example).toMatch(/^\//);
    const { example } = described.responses[200].content['application/json'];
    if (reply) expect(reply.safeParse(unwrap(example)).error).toBeUndefined();
    else expect(example.success).toBe(true);
    for (const [status, { content }] of Object.entries<{ content?: object }>(described.responses)) {
      if (Number(status) >= 400) expect(content).toHaveProperty(['application/json', 'example']);
    }
    return undefined;
  });
});

it('answers 1,120 random requests with documented statuses, codes and shapes only (D100)', async () => {
  const seeds = [...Array(10).keys()];
  const { problems } = await fuzz(seeds, 112, memoryStore()); // 20 requests for each operation; test/long sends 20,000
  expect(problems.join('\n')).toBe('');
});

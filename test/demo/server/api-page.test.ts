import { expect, it } from 'vitest';
import { endpoints } from '../../../src/contract/all.js';
import { openApiDocument } from '../../../src/sandbox/openapi.js';
import { serveOn } from '../../sandbox/api.js';
import { type StoreKind, storeKinds } from '../../sandbox/stores.js';

const { api } = serveOn(storeKinds[0] as StoreKind, { publicUrl: 'https://agni.example/sandbox' });

it('/docs/api/ shows every operation of the document with its status, parameters and answers', async () => {
  const { status, text, headers } = await api.get('/docs/api/');
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'");
  expect(text).not.toMatch(/<script|style=|undefined|\[object/);
  const articles = new Map(
    text
      .split('<article id="')
      .slice(1)
      .map((article) => [article.split('"')[0] ?? '', article]),
  );
  expect([...articles.keys()].sort()).toEqual(Object.keys(endpoints).sort());
  const { paths } = openApiDocument() as {
    paths: Record<string, Record<string, { operationId: string; summary: string; responses: object }>>;
  };
  for (const { operationId, summary, responses } of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    const article = articles.get(operationId) ?? '';
    const { path, basis } = endpoints[operationId] ?? {};
    for (const expected of [summary, path, `<span class="basis">${basis}</span>`]) expect(article).toContain(expected);
    for (const answer of Object.keys(responses)) expect(article).toContain(`<summary><b>${answer}</b>`);
  }
});

it('leads nowhere but to its own headings and to files of the server, behind a proxy too', async () => {
  const { text } = await api.get('/docs/api/');
  const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `#${id}`));
  const links = [...text.matchAll(/ href="([^"]+)"/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !ids.has(link))).toEqual([
    '/sandbox/icon.svg',
    '/sandbox/plain.css',
    '/sandbox/api.css',
    '/sandbox/openapi.json',
  ]);
});

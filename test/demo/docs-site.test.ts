import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AxeResults, source as axeSource } from 'axe-core';
import { expect, it } from 'vitest';
import { registry } from '../../src/elements/registry.js';
import { openProfile, useDemo } from './browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(`${root}.build/docs`, { recursive: true, encoding: 'utf8' });
const read = (page: string) => readFileSync(`${root}.build/docs/${page}`, 'utf8');
const pages = files.filter((file) => file.endsWith('.html'));

const demo = useDemo();

it('has a page for every document and every element, with all that the manifest says', () => {
  const documents = readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  for (const file of documents) expect(pages).toContain(file.replace('.md', '.html'));
  const { modules } = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8'));
  const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName = '' }) => tagName);
  expect(elements.map(({ tagName }: { tagName: string }) => tagName)).toEqual(
    expect.arrayContaining([...registry.map(({ tag }) => tag), 'agni-provider', 'agni-settings']),
  );
  for (const { tagName, attributes = [], events = [], cssParts = [], cssProperties = [], slots = [] } of elements) {
    const text = read(`elements/${tagName}.html`);
    for (const { name } of [...attributes, ...events, ...cssParts, ...cssProperties, ...slots]) {
      if (name) expect(text).toContain(`<code>${name.replace('<', '&lt;').replace('>', '&gt;')}</code>`);
    }
  }
});

it('has relative addresses only, which lead to its own files and headings', () => {
  const idsIn = (text: string) => new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const ids = new Map(pages.map((page) => [page, idsIn(read(page))]));
  const broken: string[] = [];
  for (const page of pages) {
    for (const [, address = ''] of read(page).matchAll(/ (?:href|src|srcset)="([^"]+)"/g)) {
      if (/^(?:https?|mailto):/.test(address)) continue;
      const [path = '', hash] = address.split('#');
      const target = path ? posix.join(posix.dirname(page), path) : page;
      const isThere = files.includes(target) && (hash === undefined || ids.get(target)?.has(decodeURIComponent(hash)));
      if (!isThere) broken.push(`${page}: ${address}`);
    }
  }
  expect(broken).toEqual([]);
});

it('search.json leads to pages and headings that exist', () => {
  const { documentIds } = JSON.parse(read('search.json')) as { documentIds: Record<string, string> };
  const places = Object.values(documentIds);
  expect(places.length).toBeGreaterThan(200);
  for (const place of places) {
    const [page = '', hash] = place.split('#');
    expect(pages).toContain(page);
    if (hash) expect([place, read(page).includes(` id="${hash}"`)]).toEqual([place, true]);
  }
});

it('shows every element live on a sandbox in the page, under the policy of the server', {
  timeout: 120_000,
}, async () => {
  const { context, complaints } = await openProfile(demo.browser);
  const page = await context.newPage();
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${demo.server.api.url}/docs/`)) outside.push(request.url());
  });
  for (const { tag } of [...registry, { tag: 'agni-settings' }]) {
    await page.goto(`${demo.server.api.url}/docs/elements/${tag}.html`);
    await page.locator(`[data-live] ${tag}`).getByRole('heading').first().waitFor();
  }
  await page.goto(`${demo.server.api.url}/docs/elements/agni-users.html`);
  await page.getByText('owner@northwind.example').first().waitFor();
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

it('finds a section without a server, and leads there', { timeout: 120_000 }, async () => {
  const { context, complaints } = await openProfile(demo.browser);
  const page = await context.newPage();
  await page.goto(`${demo.server.api.url}/docs/how-to/add-a-pane.html`);
  await page.getByLabel('Search').fill('control rout');
  await page.getByRole('link', { name: 'A backend of your own: Control routes' }).click();
  await page.waitForURL('**/docs/backend.html#control-routes');
  await page.getByLabel('Search').fill('agni-before-delete-api-key');
  await page.getByRole('link', { name: '<agni-api-keys>: Events' }).waitFor();
  await page.getByLabel('Search').fill('xyzzy');
  await page.getByText('0 results').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('has no accessibility violation', { timeout: 120_000 }, async () => {
  const { context } = await openProfile(demo.browser);
  const page = await context.newPage();
  for (const path of ['', 'contract.html', 'elements/agni-profile.html']) {
    await page.goto(`${demo.server.api.url}/docs/${path}`);
    if (path.startsWith('elements')) await page.getByLabel('First Name').waitFor();
    await page.evaluate(axeSource); // handed over by the debugger, which the page's policy doesn't bind
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect([path, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([path, []]);
  }
  await context.close();
});

import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AxeResults, source as axeSource, type RunOptions } from 'axe-core';
import { expect, it } from 'vitest';
import { registry } from '../../src/elements/registry.js';
import * as messageKeys from '../../src/locales/message-keys.lazy.js';
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
  for (const {
    tagName,
    attributes = [],
    events = [],
    cssParts = [],
    cssProperties = [],
    cssStates = [],
    slots = [],
  } of elements) {
    const text = read(`elements/${tagName}.html`);
    for (const { name } of [...attributes, ...events, ...cssParts, ...cssProperties, ...cssStates, ...slots]) {
      if (name) expect(text).toContain(`<code>${name.replace('<', '&lt;').replace('>', '&gt;')}</code>`);
    }
  }
});

it('lists every key of the words with its English text (D87)', () => {
  const text = read('words.html');
  for (const [prefix, keys] of Object.entries(messageKeys)) {
    for (const key of Object.keys(keys)) expect(text).toContain(`<code>${prefix}.${key}</code>`);
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

it('search.js leads to pages and headings that exist', () => {
  const { documentIds } = JSON.parse(read('search.js').replace('docsIndex=', '')) as {
    documentIds: Record<string, string>;
  };
  const places = Object.values(documentIds);
  expect(places.length).toBeGreaterThan(200);
  for (const place of places) {
    const [page = '', hash] = place.split('#');
    expect(pages).toContain(page);
    if (hash) expect([place, read(page).includes(` id="${hash}"`)]).toEqual([place, true]);
  }
});

it('shows an element live on a sandbox in the page, for the chosen user, under the policy of the server', async () => {
  const { context, complaints } = await openProfile(demo.browser);
  const page = await context.newPage();
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${demo.server.api.url}/docs/`)) outside.push(request.url());
  });
  await page.goto(`${demo.server.api.url}/docs/elements/agni-users.html`);
  await page.getByText('owner@northwind.example').first().waitFor();
  await page.getByText('Events (', { exact: false }).click();
  await page.locator('.live li', { hasText: 'agni-ready' }).waitFor();
  await page.getByLabel('Seen by').selectOption('Nobody signed in');
  await page.getByText('signed out', { exact: false }).first().waitFor();
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

it('works opened as files: search, tabs by keyboard with one choice for the page, and live panes', async () => {
  const { context, complaints } = await openProfile(demo.browser);
  const page = await context.newPage();
  await page.goto(`file://${root}.build/docs/getting-started.html`);
  await page.getByRole('tab', { name: 'Script tag' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'React', selected: true }).and(page.locator(':focus')).waitFor();
  await page.getByRole('tabpanel', { name: 'React' }).getByText('settings.tsx').waitFor();
  await page.keyboard.press('End');
  await page.getByRole('tabpanel', { name: 'Solid' }).waitFor();
  expect(await page.getByRole('tabpanel').count()).toBe(1);
  await page.keyboard.press('/');
  await page.keyboard.type('conformance');
  await page.getByRole('status').getByRole('link', { name: 'Checking a server', exact: true }).click();
  await page.getByRole('heading', { name: 'Checking a server', level: 1 }).waitFor();
  await page.goto(`file://${root}.build/docs/elements/agni-profile.html`);
  await page.getByLabel('First Name').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('shows all variants and leads to the navigation without a script', async () => {
  const { context } = await openProfile(demo.browser, {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  });
  const page = await context.newPage();
  await page.goto(`file://${root}.build/docs/getting-started.html`);
  for (const name of ['React', 'Vue', 'Angular']) await page.getByRole('heading', { name, level: 4 }).waitFor();
  await page.getByRole('link', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Theming' }).first().click();
  await page.getByRole('heading', { name: 'Theming', level: 1 }).waitFor();
  await context.close();
});

it('leads from an address without or with a slash too many to the page', async () => {
  for (const [from, to] of [
    ['/docs', '/docs/'],
    ['/docs/api', '/docs/api/'],
    ['/studio/', '/studio'],
    ['/docs/theming/', '/docs/theming'],
  ]) {
    const { status, url } = await fetch(demo.server.api.url + from);
    expect([from, status, new URL(url).pathname]).toEqual([from, 200, to]);
  }
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
  for (const path of ['', 'authentication.html', 'getting-started.html', 'elements/agni-profile.html']) {
    await page.goto(`${demo.server.api.url}/docs/${path}`);
    if (path.startsWith('elements')) await page.getByLabel('First Name').waitFor();
    await page.evaluate(axeSource); // sent by the debugger, to which the page's policy does not apply
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({
        reporter: 'no-passes',
      }),
    );
    expect([path, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([path, []]);
  }
  await context.close();
});

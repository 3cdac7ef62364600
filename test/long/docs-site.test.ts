// Every page of the documentation, on a plain server in a sub-folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AxeResults, source as axeSource } from 'axe-core';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registry } from '../../src/elements/registry.js';
import { openProfile, startBrowser } from '../demo/browser.js';

const folder = fileURLToPath(new URL('../../.build/docs/', import.meta.url));
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
const types: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '', 'http://localhost').pathname.replace('/some/folder/', folder);
  if (!path.startsWith(folder) || !existsSync(path)) return response.writeHead(404).end();
  return response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'text/plain' }).end(readFileSync(path));
});
let browser: Browser;
let site = '';

beforeAll(async () => {
  browser = await startBrowser();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/folder/`;
});
afterAll(async () => {
  await browser.close();
  server.close();
});

it('shows every element live, from a sub-folder, with requests to that folder only', async () => {
  const { context, complaints } = await openProfile(browser);
  const page = await context.newPage();
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site)) outside.push(request.url());
  });
  for (const { tag } of [...registry, { tag: 'agni-settings' }]) {
    await page.goto(`${site}elements/${tag}.html`);
    await page.locator(`[data-live] ${tag}`).getByRole('heading').first().waitFor();
  }
  await page.goto(`${site}studio.html`);
  await page.getByRole('heading', { name: 'Theme', exact: false }).first().waitFor();
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

it.each([
  [320, 'light'],
  [768, 'dark'],
  [1280, 'light'],
] as const)('has no accessibility violation and nothing wider than %s px, %s', async (width, colorScheme) => {
  const { context } = await openProfile(browser, { viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  for (const path of pages.filter((file) => file !== 'studio.html')) {
    await page.goto(site + path, { waitUntil: 'networkidle' });
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect([path, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([path, []]);
  }
  await context.close();
});

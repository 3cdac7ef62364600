import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InstalledPackage } from '../bin/packed.js';
import { openProfile, startBrowser } from '../demo/browser.js';
import { packTarball } from '../tarball.js';
import { angularTemplates } from './angular-templates.js';
import { ExampleApp, examples, ownFiles } from './example-app.js';

interface Example {
  name: string;
  /** Address of a pane in the hub. */
  pane: (id: string) => string;
  /** Versions of Vite whose development server runs the example, in addition to the newest version. */
  vite?: readonly string[];
}

const routed = (id: string) => `/settings/${id}`;
const hashed = (id: string) => `#${id}`;

const all: readonly Example[] = [
  { name: 'html', pane: hashed },
  { name: 'vite', pane: hashed, vite: ['~8.3.8'] },
  { name: 'react', pane: routed, vite: ['~8.3.8'] },
  { name: 'next', pane: routed },
  { name: 'vue', pane: routed, vite: ['~8.3.8'] },
  { name: 'sveltekit', pane: routed },
  { name: 'solid', pane: routed },
  { name: 'server-page', pane: hashed },
  { name: 'angular', pane: routed },
];

/** The names of the examples to test; all if empty. */
const chosen = (process.env['EXAMPLES'] ?? '').split(',').filter(Boolean);

let tarball: string;
let browser: Browser;
const kit = new InstalledPackage();
let api: string;

beforeAll(async () => {
  await kit.install();
  tarball = await packTarball();
  api = (await kit.sandbox()).url;
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await kit.remove();
});

/** Lit's own advice on development servers. */
const isAdvice = (complaint: string) => complaint.includes('Lit is in dev mode');

/** Adds up layout shifts that the user did not cause. */
function measureShift() {
  const page = globalThis as unknown as { layoutShift: number };
  page.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) page.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

async function signInIfAsked(page: Page): Promise<void> {
  const field = page.getByLabel('Email', { exact: true });
  const profile = page.getByRole('link', { name: 'Settings', exact: true });
  await field.or(profile).first().waitFor();
  if (await profile.isVisible()) return;
  await field.fill('owner@northwind.example');
  await page.getByLabel('Password', { exact: true }).fill('Purple-otter-42');
  await page.getByRole('button', { name: 'Sign In' }).click();
}

/** Uses an example as a user does, and returns the console messages and the layout shift. */
async function use(url: string, { pane }: Example): Promise<{ complaints: string[]; shift: number }> {
  const { context, complaints } = await openProfile(browser, { viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(30_000);
  await context.addInitScript(measureShift);
  const page = await context.newPage();
  await page.goto(url);
  await signInIfAsked(page);
  const hub = page.locator('agni-settings');

  await hub.getByRole('link', { name: 'Profile' }).click();
  await hub.getByRole('heading', { name: 'Profile' }).waitFor();
  const shift = await page.evaluate(() => (globalThis as unknown as { layoutShift: number }).layoutShift);
  const name = `Ada ${complaints.length}${Date.now() % 1000}`;
  await hub.getByLabel('First Name').fill(name);
  await hub.getByRole('button', { name: 'Save Changes' }).click();
  await page.getByRole('status').getByText('Updated owner@northwind.example').waitFor();

  const keys = hub.getByRole('link', { name: 'API Keys' });
  expect((await keys.getAttribute('href'))?.endsWith(pane('api-keys'))).toBe(true);
  await keys.click();
  await hub.getByRole('heading', { name: 'API Keys' }).waitFor();
  await page.waitForURL((address) => address.href.endsWith(pane('api-keys')));
  await page.goBack();
  await hub.getByRole('heading', { name: 'Profile' }).waitFor();
  expect(await hub.getByLabel('First Name').inputValue()).toBe(name);

  await page.getByRole('link', { name: 'API keys page' }).click();
  await page.locator('agni-api-keys').getByText('Production', { exact: true }).first().waitFor();
  await context.close();
  return { complaints: complaints.filter((complaint) => !isAdvice(complaint)), shift };
}

it.each(all)('$name is under 120 lines', ({ name }) => {
  const lines = ownFiles(name).map((file) => readFileSync(join(examples, name, file), 'utf8').split('\n').length - 1);
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThan(120);
});

describe.each(all.filter(({ name }) => !chosen.length || chosen.includes(name)))('$name', (example) => {
  let app: ExampleApp;

  beforeAll(async () => {
    app = new ExampleApp(example.name, api);
    await app.install(tarball);
  });
  afterAll(() => app?.remove());

  const works = async (script: string) => {
    try {
      const { complaints, shift } = await use(await app.serve(script), example);
      expect(complaints).toEqual([]);
      expect(shift).toBeLessThan(0.01);
    } finally {
      await app.stop();
    }
  };

  it('type-checks', () => app.script('check'));
  it('works as built', async () => {
    await app.script('build');
    await works('start');
  });
  if (!['html', 'server-page'].includes(example.name)) it('works on the development server', () => works('dev'));
  if (example.name === 'angular')
    it('finds wrong properties and events in templates (D84)', async () => {
      app.edit('src/cases.ts', () => angularTemplates.module);
      app.edit('tsconfig.json', (text) => text.replace('"src/main.ts"', '"src/main.ts", "src/cases.ts"'));
      const said = await app.script('check').then(
        () => '',
        ({ message }) => stripVTControlCharacters(message),
      );
      const lines = new Set([...said.matchAll(/src\/cases\.ts:(\d+):\d+ - error/g)].map(([, line]) => Number(line)));
      expect(
        [...lines].sort((a, b) => a - b),
        said,
      ).toEqual(angularTemplates.faultyLines);
    });
  it.each(example.vite ?? [])('works on the development server of Vite %s', async (version) => {
    await app.add(`vite@${version}`);
    await works('dev');
  });
});

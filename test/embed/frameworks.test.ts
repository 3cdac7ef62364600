import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strangersApp } from '../build/stranger.js';
import { openProfile, startBrowser } from '../demo/browser.js';
import { frameworkPages, shared } from './framework-pages.js';

/** An esbuild plugin with the Svelte compiler that is installed in an app. */
function svelteOf(folder: string): Plugin {
  return {
    name: 'svelte',
    setup({ onLoad }) {
      onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
        const entry = createRequire(`${folder}/`).resolve('svelte/compiler');
        const { compile } = await import(/* @vite-ignore */ pathToFileURL(entry).href);
        const { readFileSync } = await import('node:fs');
        return { contents: compile(readFileSync(path, 'utf8'), { generate: 'client' }).js.code };
      });
    },
  };
}

/** The scripts of an app, by path. */
async function bundle(folder: string, entry: string): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: { app: entry },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    write: false,
    conditions: ['browser', 'production'],
    plugins: [svelteOf(folder)],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}

const mount =
  "import { mount } from 'svelte';\nimport App from './app.svelte';\nmount(App, { target: document.querySelector('main') });\n";

describe.each(frameworkPages)('a page of $name', ({ name, packages, source }) => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    const files = name === 'Svelte' ? { 'app.svelte': source, 'app.js': mount } : { 'app.js': source };
    const scripts = await bundle(await strangersApp({ 'shared.js': shared, ...files }, packages), 'app.js');
    browser = await startBrowser();
    const profile = await openProfile(browser);
    ({ complaints } = profile);
    page = await profile.context.newPage();
    await page.route('https://host.example/**', (route) => {
      const script = scripts.get(new URL(route.request().url()).pathname);
      if (script) return route.fulfill({ contentType: 'text/javascript', body: script });
      const body =
        '<!doctype html><link rel="icon" href="data:,"><main></main><script type="module" src="/app.js"></script>';
      return route.fulfill({ contentType: 'text/html', body });
    });
    await page.goto('https://host.example/');
  });
  afterAll(() => browser?.close());

  it('sets attributes, and properties that are objects and functions', async () => {
    await page.getByRole('heading', { name: 'My Profile', level: 3 }).waitFor();
    expect(await page.getByLabel('First Name').inputValue()).not.toBe('');
  });

  it('hears events, and cancels them', async () => {
    await page.getByRole('link', { name: 'API Keys' }).click();
    await page.getByRole('heading', { name: 'API Keys', level: 3 }).waitFor();
    const heard = await page.evaluate(() => (globalThis as unknown as { reports: string[] }).reports);
    expect(heard).toEqual(expect.arrayContaining(['ready', 'navigate api-keys']));
  });

  it('keeps children of an element when it changes what it sets', async () => {
    await page.getByRole('link', { name: 'Billing' }).click();
    const card = page.getByLabel('Card');
    await card.fill('4000');
    const section = await page.locator('section[slot="pane:billing"]').elementHandle();
    await page.getByRole('button', { name: 'Deeper' }).click();
    await page.waitForFunction(() => document.querySelector('agni-settings')?.headingLevel === 3);
    expect(await card.inputValue()).toBe('4000');
    expect(await section?.evaluate((node) => node === document.querySelector('agni-settings > section'))).toBe(true);
    await page.getByRole('link', { name: 'Profile' }).click();
    await page.getByRole('heading', { name: 'My Profile', level: 4 }).waitFor();
  });

  it('says nothing in the console', () => {
    expect(complaints).toEqual([]);
  });
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProfile, startBrowser } from '../demo/browser.js';
import { isThorough, strangersApp } from './stranger.js';

const app = `
import { createElement as h, useState } from 'react';
import { AgniProvider, AgniSettings } from 'agni-settings/react';

export function App({ report, ...provider }) {
  const [pane, setPane] = useState('profile');
  const [level, setLevel] = useState(3);
  const go = (event) => {
    event.preventDefault();
    setPane(event.detail.pane);
  };
  return h(AgniProvider, { ...provider, lang: 'en' },
    h(AgniSettings, { pane, headingLevel: level, className: 'wide', onAgniReady: () => report('ready'), onAgniNavigate: go, ref: (hub) => report(hub ? 'ref ' + hub.localName : 'no ref') }),
    h('button', { onClick: () => setLevel(undefined) }, 'Default'),
  );
}
`;

const server = `
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app.js';
console.log(renderToString(createElement(App, { report() {} })));
`;

const client = `
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createSandbox } from 'agni-settings/sandbox';
import { App } from './app.js';
globalThis.reports = [];
const sandbox = createSandbox();
const props = { report: (words) => reports.push(words), fetch: sandbox.fetch };
globalThis.root = hydrateRoot(document.querySelector('main'), createElement(App, props));
`;

describe.each([
  ['19', ['react', 'react-dom']] as const,
  ...(isThorough ? [['18', ['react@18', 'react-dom@18']] as const] : []),
])('a page that React %s rendered on a server (D80, D82)', (_, packages) => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  let page: Page;
  let complaints: string[];
  let html: string;

  beforeAll(async () => {
    const folder = await strangersApp({ 'app.js': app, 'server.js': server, 'client.js': client }, packages);
    ({ stdout: html } = await promisify(execFile)(process.execPath, ['server.js'], { cwd: folder }));
    const { outputFiles } = await build({
      absWorkingDir: folder,
      entryPoints: ['client.js'],
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir: '/',
      write: false,
      define: { 'process.env.NODE_ENV': '"development"' },
    });
    browser = await startBrowser();
    const profile = await openProfile(browser);
    ({ complaints } = profile);
    page = await profile.context.newPage();
    await page.route('https://host.example/**', (route) => {
      const { pathname } = new URL(route.request().url());
      const script = outputFiles.find(({ path }) => path === pathname);
      if (script) return route.fulfill({ contentType: 'text/javascript', body: script.text });
      const body = `<!doctype html><link rel="icon" href="data:,"><main>${html.trim()}</main><script type="module" src="/client.js"></script>`;
      return route.fulfill({ contentType: 'text/html', body });
    });
    await page.goto('https://host.example/');
  }, 120_000);

  afterAll(() => browser?.close());

  it('has the tags in its markup, and is taken over without a complaint', async () => {
    expect(html).toMatch(/<agni-provider lang="en"><agni-settings class="wide"><\/agni-settings>/);
    await page.waitForFunction(() => (globalThis as unknown as { reports: string[] }).reports.includes('ready'));
    expect(complaints).toEqual([]);
  });

  it('has its properties, handlers and references', async () => {
    await page.getByRole('heading', { name: 'Profile', level: 4 }).waitFor();
    await page.getByRole('link', { name: 'API Keys' }).click();
    await page.getByRole('heading', { name: 'API Keys', level: 4 }).waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as { reports: string[] }).reports)).toContain(
      'ref agni-settings',
    );
  });

  it('gives a property that is no longer set its default again', async () => {
    await page.getByRole('button', { name: 'Default' }).click();
    await page.getByRole('heading', { name: 'API Keys', level: 3 }).waitFor();
    expect(complaints).toEqual([]);
  });
});

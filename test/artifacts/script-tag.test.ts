import type { Page, Route } from 'playwright';
import { expect, it } from 'vitest';
import { openProfile, useDemo } from '../demo/browser.js';
import { signIn } from './artifacts.js';

const demo = useDemo();

const provider = (content: string, attributes = '') =>
  `<agni-provider base-url="/" auth-mode="cookie" ${attributes}>${content}</agni-provider>`;

/** Opens a page with the script tag, signed in as the owner of a new workspace; its body may need the workspace's id. */
async function open(bodyOf: (id: string) => string, prepare?: (page: Page) => Promise<unknown>) {
  const { api } = demo.server;
  const { id, owner } = await api.workspace({});
  const { context, complaints } = await openProfile(demo.browser);
  const page = await context.newPage();
  await signIn(page, api.url, owner);
  await page.route(`${api.url}/host`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="/icon.svg">
        <script type="module" src="/cdn/agni-settings.js"></script><body>${bodyOf(id)}`,
    }),
  );
  await prepare?.(page);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await page.goto(`${api.url}/host`);
  return { page, complaints, requested, close: () => context.close() };
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 2 });

/** Holds back the answers to some requests until `release` is called. */
async function hold(page: Page, pattern: string) {
  const held = new Map<string, Route>();
  await page.route(pattern, (route) => void held.set(new URL(route.request().url()).pathname, route));
  const release = () => Promise.all([...held.values()].map((route) => route.continue()));
  return { held, release };
}

/** The scripts that have arrived when an element shows its data. */
async function scriptsUntilData(tag: string): Promise<string[]> {
  const { page, close } = await open(
    () => provider(`<${tag}></${tag}>`),
    (toOpen) =>
      toOpen.addInitScript(() => {
        const scripts = () => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
        Object.assign(globalThis, {
          scripts: new Promise((resolve) => addEventListener('agni-ready', () => resolve(scripts()))),
        });
      }),
  );
  const paths = await page.evaluate(() => (globalThis as unknown as { scripts: Promise<string[]> }).scripts);
  await close();
  return paths.filter((path) => path.startsWith('/cdn/assets/'));
}

it('registers the provider on a page without elements, and loads an element when it appears', async () => {
  const { page, requested, complaints, close } = await open(() => '<main></main>');
  await page.evaluate(() => customElements.whenDefined('agni-provider'));
  expect(requested.filter((path) => /agni-(?!settings)/.test(path))).toEqual([]);
  await page.locator('main').evaluate((main, content) => {
    main.innerHTML = content;
  }, provider('<agni-profile></agni-profile>'));
  await heading(page, 'Profile').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('shows an element only once its provider can be registered', async () => {
  let start: Awaited<ReturnType<typeof hold>> | undefined;
  const { page, complaints, close } = await open(
    () => provider('<agni-profile></agni-profile>'),
    async (toOpen) => {
      start = await hold(toOpen, '**/start.js');
    },
  );
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/agni-profile.js')),
  );
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await page.evaluate(() => customElements.get('agni-profile') === undefined)).toBe(true);
  await start?.release();
  await heading(page, 'Profile').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it.each(['agni-org-settings', 'agni-api-keys', 'agni-users', 'agni-settings'])(
  'requests all scripts that <%s> needs for its data together',
  async (tag) => {
    const scripts = await scriptsUntilData(tag);
    expect(scripts.length).toBeGreaterThan(2);
    let assets: Awaited<ReturnType<typeof hold>> | undefined;
    const { close } = await open(
      () => provider(`<${tag}></${tag}>`),
      async (page) => {
        assets = await hold(page, '**/cdn/assets/**');
      },
    );
    await expect.poll(() => scripts.filter((path) => !assets?.held.has(path))).toEqual([]);
    await assets?.release();
    await close();
  },
);

it('reads the organization without waiting for the signed-in user if the page names it', async () => {
  let user: Awaited<ReturnType<typeof hold>> | undefined;
  const { page, requested, close } = await open(
    (id) => provider('<agni-org-settings></agni-org-settings>', `org-id="${id}"`),
    async (toOpen) => {
      user = await hold(toOpen, '**/api/v1/users/me');
    },
  );
  await expect.poll(() => requested.some((path) => path.includes('/organizations/profile/'))).toBe(true);
  await user?.release();
  await page.getByLabel('Name').waitFor();
  await close();
});

it('shows a pane without a provider on a page that calls configure()', async () => {
  const { page, complaints, close } = await open(
    () => `<agni-profile></agni-profile><script type="module">
      import { configure } from '/cdn/agni-settings.js';
      configure({ baseUrl: '/', authMode: 'cookie' });
    </script>`,
  );
  await page.getByLabel('First Name').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

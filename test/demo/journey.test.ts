import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BuiltServer } from '../long/built-server.js';
import { openProfile, press, signIn, startBrowser, tabTo, type } from './browser.js';

// One journey in steps: each test continues where the previous one ended.
const server = new BuiltServer();
let browser: Browser;
let context: BrowserContext;
let complaints: string[];
let page: Page;

beforeAll(async () => {
  await server.start();
  browser = await startBrowser();
  ({ context, complaints } = await openProfile(browser));
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await server.end();
  server.remove();
});

const organizationName = (at: Page) => at.getByLabel('Organization Name', { exact: true });

/** The API's answer to a request that has only an API key. */
const agentsByKey = (key: string) => server.api.get('/api/v1/agents/', { key });

it('signs in and shows the product, with the user at the foot of the side bar', async () => {
  await page.goto(server.api.url);
  await signIn(page, 'owner@northwind.example');
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  await page.getByText('Recall reminders', { exact: true }).waitFor();
  await expect.poll(() => page.title()).toBe('Overview · Agni');
  const button = await page.getByRole('button', { name: 'owner@northwind.example' }).boundingBox();
  expect(button?.x).toBeLessThan(100);
  expect((button?.y ?? 0) + (button?.height ?? 0)).toBeGreaterThan(680);
});

it("leads from the user's menu to the settings", async () => {
  await press(page, page.getByRole('button', { name: 'owner@northwind.example' }));
  await page.keyboard.press('Escape');
  await press(page, page.getByRole('button', { name: 'owner@northwind.example' })); // Escape has returned the focus
  await press(page, page.getByRole('menuitem', { name: 'Settings' }));
  await organizationName(page).waitFor();
  await page.waitForURL('**/#organization');
  await expect.poll(() => page.title()).toBe('Organization · Settings · Agni');
  const heading = page.getByRole('heading', { name: 'Organization', level: 2 });
  await heading.and(page.locator(':focus')).waitFor();
});

it("changes the organization's name, which another user sees after a reload", async () => {
  const other = await openProfile(browser);
  const elsewhere = await other.context.newPage();
  await elsewhere.goto(`${server.api.url}/#organization`);
  await signIn(elsewhere, 'admin@northwind.example');
  await organizationName(elsewhere).waitFor();
  expect(await organizationName(elsewhere).inputValue()).toBe('Northwind Dental');

  await type(page, organizationName(page), 'Northwind Dental Care');
  await press(page, page.getByRole('button', { name: 'Save Changes' }));
  await page.getByText('Saved', { exact: true }).first().waitFor();
  await page.getByRole('banner').getByText('Northwind Dental Care').waitFor();

  // Pages in a headless browser never lose the focus, so the test dispatches the event of its return.
  await elsewhere.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect.poll(() => organizationName(elsewhere).inputValue()).toBe('Northwind Dental Care');
  expect(other.complaints).toEqual([]);
  await other.context.close();
});

it('makes an API key that works at once, and stops working once it is deleted', async () => {
  await press(page, page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'API Keys' }));
  await press(page, page.getByRole('button', { name: '+ New Key' }));
  await type(page, page.getByRole('dialog', { name: 'New API Key' }).getByLabel('Name', { exact: true }), 'Journey');
  await press(page, page.getByRole('button', { name: 'Create Key' }));

  const once = page.getByRole('dialog', { name: 'Save your API key' });
  const key = await once.getByLabel('API Key', { exact: true }).inputValue();
  expect(await agentsByKey(key)).toMatchObject({ status: 200, body: { data: [{}, {}, {}] } });
  await page.keyboard.press('Escape');
  await tabTo(page, once.getByLabel('I have stored this key'));
  await page.keyboard.press('Space');
  await press(page, once.getByRole('button', { name: 'Done' }));
  await once.waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(key);

  await press(page, page.getByRole('button', { name: 'Actions for Journey' }));
  await page.getByRole('menuitem', { name: 'Replace' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const deletion = page.getByRole('dialog', { name: 'Delete API key' });
  await type(page, deletion.getByLabel('Type the name to confirm'), 'Journey');
  await press(page, deletion.getByRole('button', { name: 'Delete Key' }));
  await deletion.waitFor({ state: 'detached' });
  await expect.poll(() => page.getByText('Journey', { exact: true }).count()).toBe(0);
  expect((await agentsByKey(key)).status).toBe(401);
});

it('keeps the user signed in and the change saved over a restart of the server', async () => {
  await server.end();
  await server.start();
  await page.goto(`${server.api.url}/#organization`);
  await page.reload();
  await organizationName(page).waitFor();
  expect(await organizationName(page).inputValue()).toBe('Northwind Dental Care');
});

it('shows both panes on a page that only has a script tag', async () => {
  const plain = await context.newPage();
  await plain.goto(`${server.api.url}/plain.html`);
  await organizationName(plain).waitFor();
  expect(await organizationName(plain).inputValue()).toBe('Northwind Dental Care');
  await plain.getByRole('button', { name: '+ New Key' }).waitFor();
  expect(await plain.locator('script').count()).toBe(1);
  await plain.close();
});

it('signs out', async () => {
  await press(page, page.getByRole('button', { name: 'owner@northwind.example' }));
  await page.getByRole('menuitem', { name: 'Settings' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sign In' }).waitFor();
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'Sign In' }).waitFor();
});

it('leaves nothing in the console and breaks no policy on the way', () => {
  expect(complaints).toEqual([]);
});

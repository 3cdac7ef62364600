import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BuiltServer } from '../long/built-server.js';
import { openProfile, press, signIn, startBrowser, type } from './browser.js';

// One journey by keyboard in steps: each test continues where the previous one ended.
const server = new BuiltServer();
let browser: Browser;
let complaints: string[];
let page: Page;

const key = 'cal_live_journey_canary_81c2';
const button = (name: string) => page.getByRole('button', { name, exact: true });
const row = (name: string) => page.locator('agni-calcom').getByRole('listitem').filter({ hasText: name });

beforeAll(async () => {
  await server.start();
  browser = await startBrowser();
  const profile = await openProfile(browser);
  complaints = profile.complaints;
  page = await profile.context.newPage();
  await page.goto(`${server.api.url}/#integrations`);
  await signIn(page, 'owner@northwind.example');
  await press(page, button('Manage Cal.com'));
  await page.waitForURL(/#integrations\/calcom$/);
});

afterAll(async () => {
  await browser?.close();
  await server.end();
  server.remove();
});

it('connects an account by its key, which the field lets go of', async () => {
  await press(page, button('Connect Cal.com'));
  await type(page, page.getByLabel('Account Name', { exact: true }), 'Annex');
  await type(page, page.getByLabel('Cal.com API Key', { exact: true }), key);
  await page.keyboard.press('Enter');
  await page.getByText('Annex is connected.').waitFor();
  await press(page, page.getByRole('tab', { name: 'Overview' }));
  await page.keyboard.press('ArrowRight');
  await page.getByRole('rowheader', { name: /^Check-up \(Annex\)/ }).waitFor();
});

it('finds an event type, and has an agent book through the account', async () => {
  await type(page, page.getByLabel('Find event type'), 'hygiene');
  await page.keyboard.press('Enter');
  await page.getByText('Found: Hygiene appointment (Front desk)').waitFor();
  await press(page, page.getByRole('tab', { name: 'Event Types' }));
  await page.keyboard.press('End');
  await page.getByLabel('Cal.com account Recall reminders').selectOption({ label: 'Annex' });
  await page.getByText('Recall reminders now books through Annex.').waitFor();
});

it('disconnects that account alone, after saying who loses it', async () => {
  await press(page, page.getByRole('tab', { name: 'Agents' }));
  await page.keyboard.press('Home');
  await press(page, button('Disconnect Annex'));
  const asked = page.getByRole('dialog', { name: 'Disconnect Annex' });
  await asked.getByText('Recall reminders').waitFor();
  await press(page, asked.getByRole('button', { name: 'Disconnect', exact: true }));
  await page.getByText('Annex is disconnected.').waitFor();
  await row('Annex').waitFor({ state: 'detached' });
  expect(await row('Front desk').count()).toBe(1);
  const { body: requests } = await server.api.get('/__sandbox/requests?org_id=0190aaaa-1111-7222-8333-444455556666');
  const [sent] = requests.filter(({ path }: { path: string }) => path.endsWith('/calcom/disconnect'));
  expect(sent.body.provider_id).toMatch(/^[\da-f-]{36}$/);
  expect(JSON.stringify(requests)).not.toContain(key);
});

it('leaves nothing to complain about', () => expect(complaints).toEqual([]));

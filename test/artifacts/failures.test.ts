import { expect, it } from 'vitest';
import { openProfile, useDemo } from '../demo/browser.js';
import { artifacts, servePages, signIn } from './artifacts.js';

const demo = useDemo();
const [scriptTag] = artifacts;

it('tells what a server refused although no more files can be loaded', async () => {
  if (!scriptTag) throw new Error('There is no script tag');
  const { api } = demo.server;
  const { owner } = await api.workspace({});
  const { context } = await openProfile(demo.browser);
  const page = await context.newPage();
  await signIn(page, api.url, owner);
  const addressOf = await servePages(page, api.url, scriptTag);
  const isLoaded = page.waitForEvent('requestfinished', (request) => request.url().includes('/failed-answer'));
  await page.goto(addressOf('agni-profile'));
  const saveAs = async (name: string) => {
    await page.getByLabel('First Name').fill(name);
    await page.getByRole('button', { name: 'Save Changes' }).click();
  };
  await saveAs('Adaeze'); // loads the parts for saving
  await page.getByText('Saved').waitFor();
  await isLoaded;
  await page.route('**/cdn/**', (route) => route.abort());
  const body = { success: false, error: { code: 'FORBIDDEN', message: 'no', details: {} } };
  await page.route('**/api/v1/users/me', (route) =>
    route.request().method() === 'GET' ? route.continue() : route.fulfill({ status: 403, json: body }),
  );
  await saveAs('Adaora');
  await page.getByRole('alert').filter({ hasText: 'Not saved' }).waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('permission');
  await context.close();
});

import { type AxeResults, source as axeSource, type RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { en } from '../../src/elements/settings/en.js';
import { paneIds } from '../../src/elements/settings/navigation-items.js';
import { BuiltServer } from '../long/built-server.js';
import type { TestWorkspace } from '../sandbox/api.js';
import { openProfile, signIn, startBrowser } from './browser.js';

const server = new BuiltServer();
let browser: Browser;
let workspace: TestWorkspace;

beforeAll(async () => {
  await server.start();
  browser = await startBrowser();
  workspace = await server.api.workspace();
});

afterAll(async () => {
  await browser?.close();
  await server.end();
  server.remove();
});

/** Opens the dashboard in a new profile and signs in as the workspace's owner. */
async function open(hash: string, options?: Parameters<typeof openProfile>[1]) {
  const { context, complaints } = await openProfile(browser, options);
  const page = await context.newPage();
  await page.goto(server.api.url + hash);
  await signIn(page, workspace.owner.email);
  await page.getByRole('button', { name: workspace.owner.email }).waitFor();
  return { page, context, complaints };
}

interface Axe {
  axe: { run(context: { exclude: readonly string[] }, options: RunOptions): Promise<AxeResults> };
}

/** The parts of the settings, by their names in the address. */
const settingsParts = paneIds.map((id) => [id, en[`pane.${id}` as keyof typeof en]] as const);

const website = (page: Page) => page.getByLabel('Website', { exact: true });

it('says why a sign-in was refused, and keeps what needn’t be typed again', async () => {
  const { context } = await openProfile(browser);
  const page = await context.newPage();
  await page.goto(server.api.url);
  await signIn(page, workspace.owner.email, 'Purple-otter-43');
  await page.getByRole('alert').getByText('The email or the password is not right.').waitFor();
  expect(await page.getByLabel('Email').inputValue()).toBe(workspace.owner.email);
  expect(await page.getByLabel('Password').inputValue()).toBe('');

  await context.setOffline(true);
  await signIn(page, workspace.owner.email);
  await page.getByRole('alert').getByText('The server could not be reached.').waitFor();
  expect(await page.getByLabel('Password').inputValue()).toBe('Purple-otter-42');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Sign In' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await context.close();
});

it('asks before unsaved changes are left behind, whichever way', async () => {
  const { page, context } = await open('/');
  await page.goto(`${server.api.url}/#organization`);
  await website(page).fill('https://draft.example');

  await page.goBack();
  await page.getByRole('button', { name: 'Stay' }).click();
  await page.waitForURL('**/#organization');
  expect(await website(page).inputValue()).toBe('https://draft.example');

  await page.getByRole('link', { name: 'Agents' }).click();
  await page.getByRole('button', { name: 'Discard Changes' }).click();
  await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
  await page.goBack();
  await website(page).waitFor();
  expect(await website(page).inputValue()).toBe('https://northwind.example');
  await context.close();
});

it('brings a user whose session ended back to where they were, with what they typed', async () => {
  const { page, context } = await open('/#organization');
  await website(page).fill('https://draft.example');
  await context.clearCookies();
  await server.api.setClock(workspace.id, 60 * 60_000);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByText('Your session has ended.').waitFor();
  await expect.poll(() => page.title()).toBe('Sign In · Agni');
  await server.api.setClock(workspace.id, 0);

  await signIn(page, workspace.owner.email);
  await website(page).waitFor();
  expect(await website(page).inputValue()).toBe('https://draft.example');
  await context.close();
});

it('shows the next user nothing of the one before', async () => {
  const { page, context } = await open('/#organization');
  await website(page).fill('https://draft.example');
  await context.clearCookies();
  await server.api.setClock(workspace.id, 60 * 60_000);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByText('Your session has ended.').waitFor();
  await server.api.setClock(workspace.id, 0);

  await signIn(page, 'admin@northwind.example');
  await website(page).waitFor();
  expect(await website(page).inputValue()).toBe('https://northwind.example');
  await context.close();
});

it('keeps unsaved changes between the panes of the settings', async () => {
  const { page, context } = await open('/#organization');
  await website(page).fill('https://draft.example');
  await page.getByRole('link', { name: 'Profile' }).click();
  await page.getByLabel('First Name').waitFor();
  expect(await website(page).isVisible()).toBe(false);
  await page.goBack();
  await website(page).waitFor();
  expect(await website(page).inputValue()).toBe('https://draft.example');
  await context.close();
});

it('opens each part of the settings by its own address, also after a reload', async () => {
  const { page, context, complaints } = await open('/#organization');
  const navigation = page.getByRole('navigation', { name: 'Settings' });
  for (const [hash, label] of settingsParts) {
    await page.goto(`${server.api.url}/#${hash}`);
    await page.reload();
    await page.getByRole('heading', { name: label, level: 2 }).waitFor();
    await navigation.locator('[aria-current=page]').filter({ hasText: label }).waitFor();
    await expect.poll(() => page.title()).toBe(`${label} · Settings · Agni`);
    await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
  }
  // The browser logs every 404, and a calendar that no agent books through causes one.
  expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  await context.close();
});

it('opens what a percent-encoded address names (D13)', async () => {
  const { page, context } = await open('/#%61gents');
  await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
  await page.goto(`${server.api.url}/#pro%66ile`);
  await page.getByLabel('First Name').waitFor();
  await expect.poll(() => page.title()).toBe('Profile · Settings · Agni');
  await context.close();
});

it('leads a user with a temporary password to changing it, whatever they opened, and then lets them continue', async () => {
  const { context } = await openProfile(browser);
  const page = await context.newPage();
  await page.goto(`${server.api.url}/#agents`);
  await signIn(page, 'priya.raman@northwind.example');
  await page.getByText('Your password is temporary.').waitFor();
  await page.waitForURL('**/#security');
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.waitForURL('**/#security');
  await page.getByRole('link', { name: 'Users' }).click();
  await page.getByRole('button', { name: 'Change Password' }).click();
  await page.getByLabel('Current Password').fill('Purple-otter-42');
  await page.getByLabel('New Password', { exact: true }).fill('Walnut harbour seven');
  await page.getByLabel('Confirm New Password').fill('Walnut harbour seven');
  await page.getByRole('button', { name: 'Change Password' }).click();
  await page.getByText('Password changed').first().waitFor();
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByText('Recall reminders', { exact: true }).waitFor();
  await context.close();
});

it('shows a saved name at the foot of its own side bar at once', async () => {
  const { page, context } = await open('/#profile');
  await page.getByLabel('First Name').fill('Adaeze');
  await page.getByRole('button', { name: 'Save Changes' }).click();
  await page.getByRole('button', { name: 'Adaeze Osei' }).waitFor();
  await page.getByLabel('First Name').fill('Ada');
  await page.getByRole('button', { name: 'Save Changes' }).click();
  await page.getByRole('button', { name: 'Ada Osei' }).waitFor();
  await context.close();
});

it('signs other tabs of the same browser out too', async () => {
  const { page, context } = await open('/#organization');
  await website(page).waitFor();
  const tab = await context.newPage();
  await tab.goto(server.api.url);
  await tab.getByRole('button', { name: workspace.owner.email }).click();
  await tab.getByRole('menuitem', { name: 'Sign Out' }).click();
  await page.getByRole('button', { name: 'Sign In' }).waitFor();
  await context.close();
});

it('falls back to the overview for an address that it does not know', async () => {
  const { page, context } = await open('/#nowhere');
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  await page.waitForURL(`${server.api.url}/`);
  for (const name of ['toString', '__proto__']) {
    await page.goto(`${server.api.url}/#agents`);
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
    await page.goto(`${server.api.url}/#${name}`);
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
    await page.waitForURL(`${server.api.url}/`);
  }
  await context.close();
});

it('fits 280 pixels in both directions', async () => {
  const { page, context } = await open('/', { viewport: { width: 280, height: 600 } });
  for (const name of ['overview', ...paneIds]) {
    await page.goto(`${server.api.url}/#${name}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
    for (const direction of ['ltr', 'rtl']) {
      await page.evaluate((dir) => {
        document.documentElement.dir = dir;
      }, direction);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(280);
    }
  }
  await context.close();
});

it.each(['light', 'dark'] as const)('has nothing that accessibility rules object to, %s', async (colorScheme) => {
  const { context } = await openProfile(browser, { colorScheme, reducedMotion: 'reduce' }); // no transitions
  const page = await context.newPage();
  // For all other rules, both schemes are the same.
  const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
  const violations = async (exclude: readonly string[] = []) => {
    await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
    await page.evaluate(axeSource); // sent by the debugger, to which the page's policy does not apply
    const { violations } = await page.evaluate(
      ({ exclude, rules }) => (globalThis as unknown as Axe).axe.run({ exclude }, { reporter: 'no-passes', ...rules }),
      { exclude, rules },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };
  await page.goto(server.api.url);
  await page.getByRole('button', { name: 'Sign In' }).waitFor();
  expect(await violations()).toEqual([]);
  await signIn(page, workspace.owner.email);
  await page.getByText('Recall reminders', { exact: true }).waitFor();
  await page.getByRole('button', { name: workspace.owner.email }).click();
  expect(await violations()).toEqual([]);
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await website(page).fill('https://draft.example');
  expect(await violations()).toEqual([]);
  await page.getByRole('link', { name: 'Agents' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Discard Changes' }).click();
  await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
  await page.goto(`${server.api.url}/#api-keys`);
  await page.getByRole('button', { name: '+ New Key' }).waitFor();
  expect(await violations()).toEqual([]);
  await page.goto(`${server.api.url}/plain.html`);
  await page.getByRole('heading', { name: 'Workspace settings', level: 1 }).waitFor();
  await website(page).waitFor();
  expect(await violations()).toEqual([]);
  await page.goto(`${server.api.url}/docs/api/`);
  expect(await violations(['article ~ article'])).toEqual([]); // one operation of each area
  await context.close();
});

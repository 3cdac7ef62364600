import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BuiltServer } from '../long/built-server.js';
import type { TestWorkspace } from '../sandbox/api.js';
import { StepClock, step } from '../sandbox/authenticator.js';
import { openProfile, press, signIn, startBrowser, tabTo, type } from './browser.js';
import { Phone } from './phone.js';

// One journey by keyboard in steps: each test continues where the previous one ended.
const server = new BuiltServer();
const password = 'Purple-otter-42';
const nextPassword = 'Walnut harbour seven';
const firefoxOnWindows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

let phone: Phone;
let browser: Browser;
let workspace: TestWorkspace;
let clock: StepClock;
let recoveryCodes: string[];
let here: { context: BrowserContext; complaints: string[]; page: Page };
let there: typeof here;

beforeAll(async () => {
  phone = new Phone();
  await server.start();
  browser = await startBrowser();
  workspace = await server.api.workspace();
  clock = await StepClock.of(server.api, workspace);
  here = await open();
});

afterAll(async () => {
  await browser?.close();
  await server.end();
  server.remove();
});

/** Opens the security settings in a new browser profile. */
async function open(options?: Parameters<typeof openProfile>[1]) {
  const { context, complaints } = await openProfile(browser, options);
  const page = await context.newPage();
  await page.goto(`${server.api.url}/#security`);
  return { context, complaints, page };
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const sessions = (page: Page) => page.getByRole('list', { name: 'Active sessions' }).getByRole('listitem');

/** A code as a Persian keyboard types it. */
const inPersian = (code: string) => code.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));

/** The next code of the authenticator app, always a new one. */
async function nextCode(): Promise<string> {
  await clock.advance(step);
  return phone.codeAt(clock.now);
}

async function answer(page: Page, factor: string) {
  await type(page, field(page, 'Verification or Recovery Code'), factor);
  await page.keyboard.press('Enter');
}

it('turns two-factor authentication on with the picture alone, read off the screen in light and dark', async () => {
  const { page } = here;
  await signIn(page, workspace.owner.email);
  await press(page, button(page, 'Enable Two-Factor Authentication'));
  const dialog = page.getByRole('dialog', { name: 'Enable Two-Factor Authentication' });
  await type(page, dialog.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');

  await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
  const seen: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    seen.push(phone.scan(await page.screenshot()).href);
  }
  expect(seen[0]).toBe(seen[1]);
  const address = new URL(String(seen[0]));
  expect([address.protocol, address.host]).toEqual(['otpauth:', 'totp']);
  const key = await field(page, 'Setup Key').inputValue();
  expect(address.searchParams.get('secret')).toBe(key.replaceAll(' ', ''));

  await type(page, field(page, 'Verification Code'), await nextCode());
  await page.keyboard.press('Enter');
  const codes = page.getByRole('dialog', { name: 'Save your recovery codes' });
  await codes.waitFor();
  recoveryCodes = await codes.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
  expect(new Set(recoveryCodes).size).toBe(10);
  await page.keyboard.press('Escape'); // must not close the dialog
  await tabTo(page, field(page, 'I have saved these codes'));
  await page.keyboard.press('Space');
  await press(page, button(page, 'Done'));
  await codes.waitFor({ state: 'detached' });
  await page.getByText('10 recovery codes left').waitFor();
});

it('signs out, and in again with a code of another program, typed in other digits (D41)', async () => {
  const { page } = here;
  await press(page, sessions(page).getByRole('button', { name: 'Sign Out' }));
  await button(page, 'Sign In').waitFor();
  await signIn(page, workspace.owner.email);
  await answer(page, inPersian(await nextCode()));
  await page.getByRole('heading', { name: 'Active Sessions' }).waitFor();
});

it('signs in elsewhere with a recovery code, which is one less then and works no second time (D41)', async () => {
  there = await open({ userAgent: firefoxOnWindows });
  const { page } = there;
  await signIn(page, workspace.owner.email);
  await answer(page, '000000');
  await page.getByRole('alert').getByText('That code is not right').waitFor();
  await answer(page, String(recoveryCodes[0]).replaceAll('-', '–'));
  await page.getByText('9 recovery codes left').waitFor();

  const third = await open();
  await signIn(third.page, workspace.owner.email);
  await answer(third.page, String(recoveryCodes[0]));
  await third.page.getByRole('alert').getByText('That code is not right').waitFor();
  await third.context.close();
});

it('shows both sessions, the own one first, and ends the other, which is out with its very next request (C48)', async () => {
  const { page } = here;
  await page.reload();
  const own = sessions(page).filter({ hasText: 'This device' });
  const other = sessions(page).filter({ hasText: 'Firefox 140 on Windows 10' });
  await other.waitFor();
  expect(await sessions(page).first().textContent()).toContain('This device');
  expect(await own.count()).toBe(1);
  expect(await other.textContent()).not.toContain('127.0.0.1');
  await press(page, other.getByRole('button', { name: 'Show IP address' }));
  await other.getByText('127.0.0.1').waitFor();

  await press(page, button(page, 'Revoke Firefox 140 on Windows 10'));
  const question = page.getByRole('dialog', { name: 'Revoke Firefox 140 on Windows 10' });
  await press(page, question.getByRole('button', { name: 'Revoke' }));
  await page.getByText('Session “Firefox 140 on Windows 10” revoked.').waitFor();
  await other.waitFor({ state: 'detached' });

  const refused: number[] = [];
  there.page.on('response', (response) => refused.push(response.status()));
  await there.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await button(there.page, 'Sign In').waitFor();
  expect(refused.every((status) => status === 401)).toBe(true);
});

it('changes the password, which ends the other sessions and says how many', async () => {
  const { page } = here;
  await signIn(there.page, workspace.owner.email);
  await answer(there.page, await nextCode());
  await there.page.getByRole('heading', { name: 'Active Sessions' }).waitFor();
  await page.reload();
  await sessions(page).filter({ hasText: 'Firefox 140 on Windows 10' }).waitFor();
  const others = (await sessions(page).count()) - 1;

  await type(page, field(page, 'Current Password'), 'Purple-otter-41');
  await type(page, field(page, 'New Password'), nextPassword);
  await type(page, field(page, 'Confirm New Password'), nextPassword);
  await page.keyboard.press('Enter');
  await page.getByText("That isn't your current password.").waitFor(); // the user stays signed in
  await type(page, field(page, 'Current Password'), password);
  await press(page, button(page, 'Change Password'));
  await page.getByText(`Password changed. ${others} other sessions were signed out.`).waitFor();
  await expect.poll(() => sessions(page).count()).toBe(1);

  await there.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await signIn(there.page, workspace.owner.email, password);
  await there.page.getByText('The email or the password is not right.').waitFor();
  await signIn(there.page, workspace.owner.email, nextPassword);
  await answer(there.page, await nextCode());
  await there.page.getByRole('heading', { name: 'Active Sessions' }).waitFor();
});

it('leaves nothing in the console on the way, not even advice on its forms', () => {
  const refusals = /^console: Failed to load resource: the server responded with a status of (401|422)/;
  const complaints = [...here.complaints, ...there.complaints];
  expect(complaints.filter((words) => !refusals.test(words))).toEqual([]);
});

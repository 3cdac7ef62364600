import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BuiltServer } from '../long/built-server.js';
import type { TestWorkspace } from '../sandbox/api.js';
import { StepClock, step } from '../sandbox/authenticator.js';
import { openProfile, press, signIn, startBrowser, tabTo, type } from './browser.js';
import { Phone } from './phone.js';
import { SecretSearch } from './secret-search.js';

// One visit, view by view: secrets that a view showed or received must be gone after the view is closed. The test types
// all values, because a script that fills in a field would itself contain the value.
const server = new BuiltServer();
const secrets = new Map([['password', 'Purple-otter-42']]);
const nextPassword = 'Walnut-harbour-seven';

let phone: Phone;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let search: SecretSearch;
let workspace: TestWorkspace;
let clock: StepClock;

beforeAll(async () => {
  phone = new Phone();
  await server.start();
  browser = await startBrowser();
  workspace = await server.api.workspace();
  clock = await StepClock.of(server.api, workspace);
  ({ context } = await openProfile(browser));
  page = await context.newPage();
  search = await SecretSearch.on(context, page);
  await page.goto(`${server.api.url}/#security`);
});

afterAll(async () => {
  await browser?.close();
  await server.end();
  server.remove();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (label: string) => page.getByLabel(label, { exact: true });

async function nextCode(): Promise<string> {
  await clock.advance(step);
  const code = phone.codeAt(clock.now);
  secrets.set(`code ${code}`, code);
  return code;
}

async function saveRecoveryCodes() {
  const dialog = page.getByRole('dialog', { name: 'Save your recovery codes' });
  await dialog.waitFor();
  for (const code of await dialog.getByRole('listitem').allInnerTexts()) secrets.set(`recovery code ${code}`, code);
  const found = await search.find(secrets, { withHeap: false });
  expect(found).toContainEqual(expect.stringMatching(/^recovery code .*: DOM$/)); // proves that the search finds codes
  await press(page, button('Download codes'));
  await press(page, button('Print codes'));
  await tabTo(page, field('I have saved these codes'));
  await page.keyboard.press('Space');
  await press(page, button('Done'));
  await dialog.waitFor({ state: 'detached' });
}

/** Waits until no secret of a closed view is left: the browser removes objects later. */
async function expectNoneLeft() {
  await expect.poll(() => search.find(secrets)).toEqual([]);
}

it('leaves no password behind after a sign-in (C59)', async () => {
  await signIn(page, workspace.owner.email);
  await page.getByRole('heading', { name: 'Active Sessions' }).waitFor();
  await expectNoneLeft();
});

it('leaves neither password, setup key, codes nor recovery codes behind after turning two-factor authentication on (C59)', async () => {
  await press(page, button('Enable Two-Factor Authentication'));
  await type(page, page.getByRole('dialog').getByLabel('Password', { exact: true }), 'Purple-otter-42');
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
  const key = phone.scan(await page.screenshot()).searchParams.get('secret') ?? '';
  secrets.set('setup key', key);
  expect(await search.find(secrets)).toEqual(expect.arrayContaining(['setup key: DOM', 'setup key: heap']));
  await type(page, field('Verification Code'), await nextCode());
  await page.keyboard.press('Enter');
  await saveRecoveryCodes();
  await expectNoneLeft();
});

it('leaves nothing of a set-up behind that was given up (C59)', async () => {
  await press(page, button('New Recovery Codes'));
  await type(page, page.getByRole('dialog').getByLabel('Password', { exact: true }), 'Purple-otter-42');
  await type(page, field('Verification Code'), '123123');
  await page.keyboard.press('Enter');
  await page.getByText(/^Incorrect code, or already used/).waitFor();
  secrets.set('refused code', '123123');
  await press(page, button('Cancel'));
  await expectNoneLeft();
});

it('leaves no recovery code behind, old or new, after they are replaced (C59)', async () => {
  await press(page, button('New Recovery Codes'));
  await type(page, page.getByRole('dialog').getByLabel('Password', { exact: true }), 'Purple-otter-42');
  await type(page, field('Verification Code'), await nextCode());
  await page.keyboard.press('Enter');
  await saveRecoveryCodes();
  await expectNoneLeft();
});

it('leaves no password behind, old or new, after it is changed (C59)', async () => {
  secrets.set('new password', nextPassword);
  await type(page, field('Current Password'), 'Purple-otter-42');
  await type(page, field('New Password'), nextPassword);
  await type(page, field('Confirm New Password'), nextPassword);
  await press(page, button('Change Password'));
  await page.getByText(/^Password changed/).waitFor();
  await expectNoneLeft();
});

it('leaves nothing behind of turning two-factor authentication off (C59)', async () => {
  await press(page, button('Disable Two-Factor Authentication'));
  await type(page, page.getByRole('dialog').getByLabel('Password', { exact: true }), nextPassword);
  await type(page, page.getByRole('dialog').getByLabel('Verification or Recovery Code'), await nextCode());
  await page.keyboard.press('Enter');
  await button('Enable Two-Factor Authentication').waitFor();
  await expectNoneLeft();
});

it('leaves no API key behind (C59)', async () => {
  await page.goto(`${server.api.url}/#api-keys`);
  await press(page, button('+ New Key'));
  await type(page, page.getByRole('dialog', { name: 'New API Key' }).getByLabel('Name', { exact: true }), 'Search');
  await press(page, button('Create Key'));
  const dialog = page.getByRole('dialog', { name: 'Save your API key' });
  secrets.set('API key', await dialog.getByLabel('API Key', { exact: true }).inputValue());
  expect(await search.find(secrets)).toEqual(expect.arrayContaining(['API key: DOM', 'API key: heap']));
  await tabTo(page, field('I have stored this key'));
  await page.keyboard.press('Space');
  await press(page, button('Done'));
  await dialog.waitFor({ state: 'detached' });
  await expectNoneLeft();
  expect(search.eventCount).toBeGreaterThan(5);
});

import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BuiltServer } from '../long/built-server.js';
import { openProfile, press, signIn, startBrowser, type } from './browser.js';
import { SmtpSink } from './server/smtp-sink.js';

// One journey in steps, with an independent mail server: each test continues where the previous one ended.
const sink = new SmtpSink();
let server: BuiltServer;
let browser: Browser;
let complaints: string[];
let owner: Page;
let guest: Page;
let guestComplaints: string[];
let temporary: string;
const email = 'grace.hopper@nw.example';
const chosen = 'Lantern-quiet-88';

beforeAll(async () => {
  await sink.open();
  server = new BuiltServer({ SMTP_URL: sink.url });
  await server.start();
  browser = await startBrowser();
  const own = await openProfile(browser);
  complaints = own.complaints;
  owner = await own.context.newPage();
  const other = await openProfile(browser);
  guestComplaints = other.complaints;
  guest = await other.context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  server?.remove();
  await sink.close();
});

/** Opens a page of the settings and waits for its heading. */
async function openSettings(page: Page, hash: string, heading: string) {
  await page.goto(`${server.api.url}/${hash}`);
  await page.getByRole('heading', { name: heading, level: 2 }).waitFor();
}

it('invites a user from the pane, by keyboard alone', async () => {
  await owner.goto(server.api.url);
  await signIn(owner, 'owner@northwind.example');
  await owner.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  await openSettings(owner, '#invite-user', 'Invite User');
  await type(owner, owner.getByRole('textbox', { name: 'Email' }), email);
  await type(owner, owner.getByRole('textbox', { name: 'First Name' }), 'Grace');
  await type(owner, owner.getByRole('textbox', { name: 'Last Name' }), 'Höpper');
  await press(owner, owner.getByRole('button', { name: 'Send Invitation' }));
  await owner.getByText(`Invitation sent to ${email}`).waitFor();
});

it('mails a temporary password, which nothing else of ours holds', async () => {
  const [mail] = sink.mails;
  expect(sink.mails).toHaveLength(1);
  expect(mail?.recipients).toEqual([email]);
  const { text = '' } = mail?.parsed ?? {};
  expect(text).toContain('Hello Grace');
  expect(text).toContain(`Sign in at ${server.api.url}`);
  temporary = /temporary password: (\S+)/.exec(text)?.[1] ?? '';
  expect(temporary).toMatch(/.{12}/);
  expect(await owner.content()).not.toContain(temporary);
});

it('lists the invitation as pending until then, and no user for it', async () => {
  await openSettings(owner, '#users', 'Users');
  await owner.getByRole('tab', { name: 'Pending invitations' }).click();
  await owner.getByText('Grace Höpper').first().waitFor();
  await owner.getByRole('tab', { name: 'Members' }).click();
  await owner.getByRole('table', { name: 'Members' }).waitFor();
  expect(await owner.getByRole('table', { name: 'Members' }).getByText(email).count()).toBe(0);
});

it('lets them sign in with it only to choose one of their own', async () => {
  await guest.goto(server.api.url);
  await signIn(guest, email, temporary);
  await type(guest, guest.getByLabel('New Password', { exact: true }), chosen);
  await type(guest, guest.getByLabel('Confirm New Password'), chosen);
  await type(guest, guest.getByLabel('Current Password'), temporary);
  const changed = guest.waitForResponse((response) => response.url().endsWith('/auth/change-password'));
  await guest.keyboard.press('Enter');
  expect((await changed).status()).toBe(200);
  expect((await server.api.post('/api/v1/auth/login', { email, password: chosen })).status).toBe(200);
  await guest.goto(`${server.api.url}/#profile`);
  await guest.getByRole('textbox', { name: 'First Name' }).waitFor();
  expect(await guest.getByRole('textbox', { name: 'Last Name' }).inputValue()).toBe('Höpper');
});

it('shows them in the directory as a member, and no longer as pending', async () => {
  await owner.reload();
  await owner.getByRole('table', { name: 'Members' }).getByText(email).waitFor();
  const row = owner.getByRole('row', { name: /Grace Höpper/ });
  expect(await row.textContent()).toMatch(/MEMBER/);
  await owner.getByRole('tab', { name: 'Pending invitations' }).click();
  await owner.getByText('Nia Okafor').first().waitFor();
  expect(await owner.getByText('Grace Höpper').count()).toBe(0);
});

it('takes the temporary password no more', async () => {
  expect((await server.api.post('/api/v1/auth/login', { email, password: temporary })).status).toBe(401);
  // The server refused all other requests until the guest had replaced the temporary password.
  const unexpected = [...complaints, ...guestComplaints].filter((words) => !words.includes('status of 403'));
  expect(unexpected).toEqual([]);
});

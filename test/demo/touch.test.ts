import { type Browser, devices } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BuiltServer } from '../long/built-server.js';
import { openProfile, signIn, startBrowser } from './browser.js';

const server = new BuiltServer();
let browser: Browser;

beforeAll(async () => {
  await server.start();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server.end();
  server.remove();
});

it('shows fields of at least 16 px on a phone, so that iOS does not zoom into them (D16)', async () => {
  const { context } = await openProfile(browser, devices['iPhone 15']);
  const page = await context.newPage();
  await page.goto(server.api.url);
  await signIn(page, (await server.api.workspace()).owner.email);
  const fields = page
    .locator('agni-settings')
    .locator('input:not([type=checkbox], .hidden):visible, select:visible, textarea:visible');
  for (const [pane, label] of [
    ['organization', 'Website'],
    ['profile', 'First Name'],
    ['security', 'Current Password'],
    ['users', 'Search users'],
    ['invite-user', 'First Name'],
  ]) {
    await page.goto(`${server.api.url}/#${pane}`);
    await page
      .getByLabel(label ?? '')
      .filter({ visible: true })
      .first()
      .waitFor();
    const sizes = await fields.evaluateAll((all) =>
      all.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes), pane).toBeGreaterThanOrEqual(16);
  }
  await context.close();
});

import { devices } from 'playwright';
import { expect, it } from 'vitest';
import { openProfile, signIn, useDemo } from './browser.js';

const demo = useDemo();
const { server } = demo;

it('shows fields of at least 16 px on a phone, so that iOS does not zoom into them (D16)', async () => {
  const { context } = await openProfile(demo.browser, devices['iPhone 15']);
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

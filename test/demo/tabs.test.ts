import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { openProfile, signIn, useDemo } from './browser.js';

const demo = useDemo();
const { server } = demo;

const name = (tab: Page) => tab.getByLabel('Organization Name', { exact: true });
const lookAt = (tab: Page) => tab.evaluate(() => window.dispatchEvent(new Event('focus')));

it('signs no tab out when all of them renew one cookie at once, and shows in each what another changed (C47)', async () => {
  const workspace = await server.api.workspace();
  const { context } = await openProfile(demo.browser);
  const renewals: number[] = [];
  context.on('response', (response) => {
    if (response.url().endsWith('/auth/refresh')) renewals.push(response.status());
  });
  const tabs = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  await tabs[0].goto(server.api.url);
  await signIn(tabs[0], workspace.owner.email);
  await tabs[0].getByRole('button', { name: workspace.owner.email }).waitFor();
  for (const tab of tabs) await tab.goto(`${server.api.url}/plain.html`);
  for (const tab of tabs) await name(tab).waitFor();

  for (const hours of [1, 2, 3]) {
    const before = renewals.length;
    await server.api.setClock(workspace.id, hours * 3_600_000); // access tokens have expired by then
    const told = tabs.map((tab) => tab.waitForResponse((answer) => answer.url().endsWith('/users/me') && answer.ok()));
    await Promise.all(tabs.map(lookAt));
    await Promise.all(told);
    expect(renewals.length).toBeGreaterThan(before);
    for (const tab of tabs) expect(await tab.getByText("You're signed out.").count()).toBe(0);
  }
  expect(renewals.every((status) => status === 200)).toBe(true);

  await name(tabs[0]).fill('Changed in one tab');
  await name(tabs[0]).press('Enter');
  await tabs[0].getByText('Saved', { exact: true }).first().waitFor();
  for (const tab of tabs.slice(1)) {
    await lookAt(tab);
    await expect.poll(() => name(tab).inputValue()).toBe('Changed in one tab');
  }
  await context.close();
});

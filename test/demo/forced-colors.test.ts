import type { Locator } from 'playwright';
import { expect, it } from 'vitest';
import { openProfile, useDemo } from './browser.js';

const demo = useDemo();

/** Computed styles of an element. */
const styleOf = (locator: Locator, names: readonly string[]) =>
  locator.evaluate((element, wanted) => {
    const style = getComputedStyle(element);
    return wanted.map((name) => style.getPropertyValue(name));
  }, names);

it('tells the main action, current pane, selected tab, order of a table, badges and meters apart in forced colors (D70)', async () => {
  const { context } = await openProfile(demo.browser, { forcedColors: 'active', colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(`${demo.server.api.url}/studio`);
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  const meter = page.getByRole('meter', { name: 'Seats' });
  await meter.waitFor();
  const canvas = 'rgb(0, 0, 0)';

  const ground = async (name: string) => (await styleOf(page.getByRole('button', { name }), ['background-color']))[0];
  expect(await ground('Invite User')).not.toBe(await ground('Export CSV'));

  const bar = ['border-inline-start-style', 'border-inline-start-width', 'font-weight'];
  expect(await styleOf(page.locator('[part~=nav-item-current]'), bar)).toEqual(['solid', '3px', '600']);
  expect(await styleOf(page.getByRole('link', { name: 'Profile' }), bar)).toEqual(['none', '0px', '400']);

  const tab = async (name: string) => (await styleOf(page.getByRole('tab', { name }), ['border-block-end-color']))[0];
  expect(await tab('Members')).not.toBe(canvas);
  expect(await tab('Roles')).toBe(canvas);

  /** Shape and color of the sort mark in a column header. */
  const mark = (name: string) =>
    page
      .getByRole('columnheader', { name })
      .getByRole('button')
      .evaluate((button) => {
        const { clipPath, borderTopColor } = getComputedStyle(button, '::after');
        return { shape: clipPath, color: borderTopColor };
      });
  await page.getByRole('button', { name: 'Member', exact: true }).click();
  await expect.poll(async () => (await mark('Member')).shape).not.toBe((await mark('Role')).shape);
  for (const name of ['Member', 'Role']) expect((await mark(name)).color).not.toBe(canvas);

  const badge = await styleOf(page.getByText('You', { exact: true }), ['border-top-style', 'border-top-color']);
  expect([badge[0], badge[1] === canvas]).toEqual(['solid', false]);

  const [fill] = await styleOf(meter.locator('rect'), ['fill']);
  const [track, outline, edge] = await styleOf(meter, ['background-color', 'outline-style', 'outline-color']);
  expect([track, fill === track, outline, edge === track]).toEqual([canvas, false, 'solid', false]);
  await context.close();
});

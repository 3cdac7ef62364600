import { expect, it } from 'vitest';
import { attributesOf, cssOf, defaultTheme, hashOf, themeOf } from '../../demo/pages/studio/theme.js';
import { openProfile, tabTo, useDemo } from './browser.js';

const demo = useDemo();
const { server } = demo;

it('carries a theme in an address, and takes nothing from it that is not valid', () => {
  const theme = { ...defaultTheme, accent: '#e11d48', radius: 12, density: 'compact' } as const;
  expect(themeOf(`#${hashOf(theme)}`)).toEqual(theme);
  expect(hashOf(defaultTheme)).toBe('');
  expect(themeOf('#accent=red;}&radius=999&mode=neon&density=tiny&font=x;}')).toEqual(defaultTheme);
});

it('writes a theme as a style sheet and as attributes', () => {
  const theme = { ...defaultTheme, mode: 'dark', accent: '#e11d48' } as const;
  expect(cssOf(theme)).toBe('agni-provider {\n  color-scheme: dark;\n  --agni-color-accent: #e11d48;\n}');
  expect(attributesOf(theme)).toBe('<agni-provider theme="dark" style="--agni-color-accent: #e11d48">');
});

it('shows the whole hub in the theme that is edited, without a server or a sign-in', async () => {
  const { context, complaints } = await openProfile(demo.browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(`${server.api.url}/studio#accent=%23ffe600`);
  await page.getByRole('button', { name: 'Search settings' }).waitFor();
  await page.getByLabel('Organization Name').fill('Northwind Group');
  const save = page.getByRole('button', { name: 'Save Changes' });
  const colorsOf = () => save.evaluate((button) => [getComputedStyle(button).backgroundColor, button.clientHeight]);
  await expect.poll(async () => (await colorsOf())[0]).toBe('rgb(255, 230, 0)');
  await page.getByText(/^Main action/).waitFor();
  expect(await page.getByText('too low').count()).toBe(0);
  const [, height] = await colorsOf();
  await page.getByLabel('Density').selectOption('Compact');
  await expect.poll(async () => (await colorsOf())[1]).toBeLessThan(Number(height));
  await page.waitForURL(/#accent=%23ffe600&density=compact$/);
  await page.getByRole('button', { name: 'Copy CSS' }).click();
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('--agni-density: compact;');
  expect(complaints).toEqual([]);
  await context.close();
});

it('shows a disabled main button as disabled under the pointer as well (D56)', async () => {
  const { context } = await openProfile(demo.browser, { reducedMotion: 'reduce' }); // without color transitions
  const page = await context.newPage();
  await page.goto(`${server.api.url}/studio`);
  await page.getByLabel('Organization Name').fill('Northwind Group');
  const save = page.getByRole('button', { name: 'Save Changes' });
  const background = () => save.evaluate((button) => getComputedStyle(button).backgroundColor);
  const enabled = await background();
  await save.hover();
  expect(await background()).not.toBe(enabled);
  await save.evaluate((button) => button.setAttribute('aria-disabled', 'true'));
  const disabled = await background();
  expect(disabled).not.toBe(enabled);
  await page.mouse.move(0, 0);
  expect(await background()).toBe(disabled);
  await context.close();
});

it('never covers the focused field by the save bar (WCAG 2.4.11)', async () => {
  const { context } = await openProfile(demo.browser, { viewport: { width: 1280, height: 640 } });
  const page = await context.newPage();
  await page.goto(`${server.api.url}/studio`);
  await page.getByLabel('Organization Name').fill('Northwind Group');
  for (const label of ['Website', 'Allowed Email Domains', 'Region']) {
    const field = page.getByLabel(label, { exact: true });
    await tabTo(page, field);
    const isCovered = () =>
      field.evaluate((element) => {
        const { left, bottom } = element.getBoundingClientRect();
        return (element.getRootNode() as ShadowRoot).elementFromPoint(left + 9, bottom - 3) !== element;
      });
    await expect.poll(isCovered, { message: label }).toBe(false);
  }
  await context.close();
});

import { brotliCompressSync } from 'node:zlib';
import type { Response } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openStory, settled, storyPage } from '../../scripts/story-pages.mjs';
import { type PreviewWindow, setGlobals, useStorybook } from './built-storybook.js';

const { origin, browser, stories, docs } = await useStorybook();

describe('the pages of Storybook (D79)', () => {
  it('begin with one below 1 MB over the wire, Storybook itself included', async () => {
    const page = await browser.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(`${origin}/`);
    await page
      .frameLocator('#storybook-preview-iframe')
      .getByRole('heading', { name: 'Agni Settings', level: 1 })
      .waitFor();
    await page.waitForLoadState('networkidle');
    const bodies = await Promise.all(responses.map((response) => response.body()));
    expect(bodies.length).toBeGreaterThan(10);
    expect(bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0)).toBeLessThan(1_000_000);
    await page.close();
  });

  it.each(docs.map(({ id }) => id))('are lower than 6,000 px: %s', async (id) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=docs`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6000);
    await page.close();
  });
});

describe('the toolbar', () => {
  it('changes a story by each of its items (D79)', async () => {
    const page = await storyPage(browser);
    await page.setViewportSize({ width: 1400, height: 800 });
    const settings = stories.filter(({ id }) => ['panes-settings--organization', 'panes-settings--users'].includes(id));
    expect(settings).toHaveLength(2);

    /** The appearance of both panes with these globals, on a light and on a dark system. */
    const look = async (globals: Record<string, string>) => {
      const looks: unknown[] = [];
      for (const story of settings) {
        await openStory(page, origin, story);
        await setGlobals(page, globals);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await settled(page);
          looks.push((await page.screenshot()).toString('base64'));
        }
        const motion = () =>
          getComputedStyle(document.querySelector('.stage') as Element).getPropertyValue('--agni-motion');
        looks.push(await page.evaluate(motion));
      }
      return JSON.stringify(looks);
    };

    await openStory(page, origin, settings[0] as (typeof settings)[number]);
    const { globalTypes, initialGlobals } = await page.evaluate(
      () => (window as unknown as PreviewWindow).__STORYBOOK_PREVIEW__.storyStoreValue.projectAnnotations,
    );
    const before = await look(initialGlobals);
    expect(await look(initialGlobals)).toBe(before);
    for (const [name, { toolbar }] of Object.entries(globalTypes)) {
      for (const { value } of toolbar.items.filter((item) => item.value !== initialGlobals[name])) {
        expect(await look({ ...initialGlobals, [name]: value }), `${name}: ${value}`).not.toBe(before);
      }
    }
  }, 600_000);
});

import { describe, expect, it } from 'vitest';
import { settled, storyPage } from '../../scripts/story-pages.mjs';
import { findingsIn, loadEngines } from './accessibility-engines.js';
import { openStoryIn, showIn, useStorybook } from './built-storybook.js';
import { focusFaults, layoutFaults, spaceText } from './layout-faults.js';

const { origin, browser, stories } = await useStorybook();
/** The part of the stories to check, such as `2/6`, so that several short runs can check all stories. */
const [part = 1, parts = 1] = (process.env.SHARD ?? '1/1').split('/').map(Number);
const limit = (index: number) => Math.round((index * stories.length) / parts);
/** Stories in the pseudo-locale keep their language. */
const rows = stories
  .slice(limit(part - 1), limit(part))
  .filter(({ name }) => name !== 'Pseudo Locale')
  .map((story) => [`${story.title}, ${story.name}`, story] as const);
const panes = rows.filter(([name]) => name.startsWith('Panes/'));

describe('axe with all its rules and the IBM engine find nothing in English and Arabic, in light and dark, in', async () => {
  const page = await storyPage(browser);
  await loadEngines(page);

  it.each(rows)('%s', async (_, story) => {
    await openStoryIn(page, origin, story, 'en');
    const found: string[] = [];
    for (const lang of ['en', 'ar']) {
      await showIn(page, lang);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        for (const finding of await findingsIn(page)) found.push(`${lang}, ${colorScheme}: ${finding}`);
      }
    }
    expect(found, found.join('\n')).toEqual([]);
  });
});

describe('words 40 % longer fit at 1280 and 320 px, at 400 % zoom and with spaced text, in', async () => {
  const page = await storyPage(browser);

  it.each(panes)('%s', async (_, story) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await openStoryIn(page, origin, story, 'en-XA');
    const found: string[] = [];
    for (const [width, height] of [
      [1280, 800],
      [320, 640],
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height });
      await settled(page);
      for (const fault of await page.evaluate(layoutFaults)) found.push(`${width} × ${height}: ${fault}`);
    }
    await page.evaluate(spaceText);
    await settled(page);
    for (const fault of await page.evaluate(layoutFaults)) found.push(`spaced text: ${fault}`);
    expect(found, found.join('\n')).toEqual([]);
  });
});

describe('the focus is in sight and marked, at 400 % zoom in forced colors, in', async () => {
  const page = await storyPage(browser);
  await page.emulateMedia({ forcedColors: 'active' });

  it.each(panes)('%s', async (_, story) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await openStoryIn(page, origin, story, 'en');
    await page.setViewportSize({ width: 320, height: 256 });
    await settled(page);
    const found: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(focusFaults);
      if (!focus) break;
      found.push(...focus.faults.map((fault) => `${focus.target} ${fault}`));
    }
    expect(found, found.join('\n')).toEqual([]);
  });
});

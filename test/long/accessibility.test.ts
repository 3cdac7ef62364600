import { describe, expect, it } from 'vitest';
import { settled, storyPage } from '../../scripts/story-pages.mjs';
import { findingsIn, loadEngines } from './accessibility-engines.js';
import { openStoryIn, useStorybook } from './built-storybook.js';
import { focusFaults, layoutFaults, spaceText } from './layout-faults.js';

const { origin, browser, stories } = await useStorybook();
/** Stories in the pseudo-locale keep their language. */
const rows = stories
  .filter(({ name }) => name !== 'Pseudo Locale')
  .map((story) => [`${story.title}, ${story.name}`, story] as const);
const panes = rows.filter(([name]) => name.startsWith('Panes/'));

describe.each(['en', 'ar'])(
  'axe with all its rules and the IBM engine find nothing in %s, in light and dark, in',
  async (lang) => {
    const page = await storyPage(browser);
    await loadEngines(page);

    it.each(rows)('%s', async (_, story) => {
      await openStoryIn(page, origin, story, lang);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        expect(await findingsIn(page), colorScheme).toEqual([]);
      }
    });
  },
);

describe('words 40 % longer fit at 1280 and 320 px, at 400 % zoom and with spaced text, in', async () => {
  const page = await storyPage(browser);

  it.each(panes)('%s', async (_, story) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await openStoryIn(page, origin, story, 'en-XA');
    for (const [width, height] of [
      [1280, 800],
      [320, 640],
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height });
      await settled(page);
      expect(await page.evaluate(layoutFaults), `${width} × ${height}`).toEqual([]);
    }
    await page.evaluate(spaceText);
    await settled(page);
    expect(await page.evaluate(layoutFaults), 'spaced text').toEqual([]);
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
    expect(found).toEqual([]);
  });
});

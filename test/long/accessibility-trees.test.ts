// The accessibility tree of each element, as text in test/long/trees: a diff shows which roles, names and states a
// change adds or removes. `npx vitest run --project=long test/long/accessibility-trees -u` updates the files.
import { expect, it } from 'vitest';
import { openStory, storyPage } from '../../scripts/story-pages.mjs';
import { useStorybook } from './built-storybook.js';

const { origin, browser, stories } = await useStorybook();
/** The first story of each element, which shows data before any action. */
const first = new Map(
  stories
    .filter(({ title }) => title.startsWith('Panes/'))
    .reverse()
    .map((story) => [story.title, story]),
);
const page = await storyPage(browser);

it.each([...first])('has the same roles, names and states as in its file: %s', async (title, story) => {
  await openStory(page, origin, story);
  const snapshot = await page.locator('#storybook-root').ariaSnapshot();
  const tree = snapshot.replace(/agni_\w+•+\w+/g, 'agni_••••'); // keys are random
  const file = title.replace('Panes/', '').toLowerCase().replace(/\W+/g, '-');
  await expect(`${tree}\n`).toMatchFileSnapshot(`trees/${file}.txt`);
});

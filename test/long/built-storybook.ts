import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll } from 'vitest';
import { buildStorybook, type Entry, openStory, openStorybook, settled } from '../../scripts/story-pages.mjs';

/** Builds Storybook for the tests of a file, or uses the built one in the folder `STORYBOOK`, and opens a browser. */
export async function useStorybook() {
  const { STORYBOOK } = process.env;
  const folder = STORYBOOK ?? mkdtempSync(join(tmpdir(), 'agni-storybook-'));
  if (!STORYBOOK) buildStorybook(fileURLToPath(new URL('../..', import.meta.url)), folder);
  const storybook = await openStorybook(folder);
  afterAll(async () => {
    await storybook.close();
    if (!STORYBOOK) rmSync(folder, { recursive: true });
  });
  return storybook;
}

/** Properties of the window of Storybook's preview. */
export interface PreviewWindow {
  __STORYBOOK_PREVIEW__: {
    currentRender: { phase: string };
    storyStoreValue: {
      projectAnnotations: {
        globalTypes: Record<string, { toolbar: { items: { value: string }[] } }>;
        initialGlobals: Record<string, string>;
      };
    };
  };
  __STORYBOOK_ADDONS_CHANNEL__: { emit: (event: string, detail: object) => void };
}

/** Chooses items of Storybook's toolbar. */
export async function setGlobals(page: Page, globals: Record<string, string>): Promise<void> {
  await page.evaluate((globals) => {
    const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as unknown as PreviewWindow;
    channel.emit('updateGlobals', { globals });
  }, globals);
}

/** Shows the story of a page in a language. */
export async function showIn(page: Page, lang: string): Promise<void> {
  await setGlobals(page, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
  await page.locator(`.stage[lang=${lang}]`).waitFor();
  await settled(page);
}

/** Opens a story in English, and then shows its final state in another language. */
export async function openStoryIn(page: Page, origin: string, story: Entry, lang: string): Promise<void> {
  await setGlobals(page, { lang: 'en', dir: 'ltr' }).catch(() => undefined);
  await openStory(page, origin, story);
  await showIn(page, lang);
}

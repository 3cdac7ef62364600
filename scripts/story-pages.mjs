// Opens the stories of the built Storybook, for checks and pictures of their final state.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { browserPath, chromiumArgs } from './browsers.mjs';
import { program } from './program.mjs';

/** Builds the Storybook of a checkout into a folder. */
export function buildStorybook(root, folder) {
  const args = [program('storybook'), 'build', '--quiet', '--output-dir', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Storybook could not be built:\n${stdout}${stderr}`);
  slimStorybook(folder);
}

/** Minifies Storybook's frame around the stories, and removes the script that mocks modules for tests. */
function slimStorybook(folder) {
  const names = readdirSync(folder, { recursive: true });
  for (const name of names.filter((name) => /^sb-(?:manager|addons)[\\/].*\.js$/.test(name))) {
    const path = join(folder, name);
    const code = readFileSync(path, 'utf8');
    writeFileSync(path, transformSync(code, { minify: true, format: 'esm', legalComments: 'none' }).code);
  }
  const page = join(folder, 'iframe.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/<script [^>]*vite-inject-mocker-entry\.js"><\/script>/, ''));
}

/** @typedef {{ id: string, title: string, name: string }} Entry - a page of Storybook */

/**
 * Serves a built Storybook and starts a browser.
 * @param {string} folder
 * @returns {Promise<{ origin: string, browser: import('playwright').Browser, stories: Entry[], docs: Entry[], close: () => Promise<void> }>}
 */
export async function openStorybook(folder) {
  const server = await preview({
    configFile: false,
    root: folder,
    appType: 'mpa',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'error',
  });
  // Examples show the address of the page, which must be the same in every build.
  const rule = `MAP storybook.localhost:80 127.0.0.1:${server.httpServer.address().port}`;
  const args = [...chromiumArgs, `--host-resolver-rules=${rule}`];
  const browser = await chromium.launch({ executablePath: browserPath('chromium'), args });
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  return {
    origin: 'http://storybook.localhost',
    browser,
    stories: Object.values(entries).filter(({ type }) => type === 'story'),
    docs: Object.values(entries).filter(({ type }) => type === 'docs'),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** The fixed time of every story, a little after the dates that stories mention. */
const now = new Date('2026-11-20T09:00:00Z');

/** Makes random numbers the same in every page, so that keys, codes and QR pictures are the same in every run. */
function fixRandomNumbers() {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  Math.random = () => next() / 2 ** 32;
  crypto.getRandomValues = (array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let index = 0; index < bytes.length; index++) bytes[index] = next() >>> 24;
    return array;
  };
  crypto.randomUUID = () => {
    const hex = () => (next() >>> 16).toString(16).padStart(4, '0');
    return `${hex()}${hex()}-${hex()}-4${hex().slice(1)}-8${hex().slice(1)}-${hex()}${hex()}${hex()}`;
  };
}

/** Disables timers of a second and more: a picture must not depend on the time that taking it needs. */
function dropLongTimers() {
  const { setTimeout: original } = window;
  window.setTimeout = (run, delay, ...args) => original(run, delay >= 1000 ? 2 ** 31 - 1 : delay, ...args);
}

/**
 * Opens a page for stories, with a fixed time and without animations.
 * @param {import('playwright').Browser} browser
 */
export async function storyPage(browser) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  await page.addInitScript(`window.fixRandomNumbers = ${fixRandomNumbers}; fixRandomNumbers();`);
  await page.addInitScript(dropLongTimers);
  await page.clock.setFixedTime(now);
  return page;
}

/**
 * Opens a story; resolves when its play function has ended and the page no longer changes.
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @param {Entry} story
 */
export async function openStory(page, origin, { id, title }) {
  // Stories of one file share a page: loading all scripts again takes most of the time.
  if (page.storyTitle === title) {
    await page.evaluate((storyId) => {
      window.fixRandomNumbers();
      window.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' });
    }, id);
  } else {
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
    page.storyTitle = title;
  }
  const ended = await page.waitForFunction((id) => {
    const { id: current, phase } = window.__STORYBOOK_PREVIEW__?.currentRender ?? {};
    return current === id && ['finished', 'errored', 'aborted'].includes(phase) && phase;
  }, id);
  const phase = await ended.jsonValue();
  if (phase !== 'finished') throw new Error(`${id}: ${phase}`);
  await settled(page);
}

/**
 * Waits until the page stays unchanged for some frames.
 * @param {import('playwright').Page} page
 */
export function settled(page) {
  return page.evaluate(async () => {
    const textOf = (root) =>
      [...root.querySelectorAll('*')]
        .map((element) => {
          const own = [...element.attributes].map(({ name, value }) => `${name}=${value}`).join();
          const text = [...element.childNodes].map((node) => (node.nodeType === 3 ? node.data : '')).join('');
          return `${own}${text}${element.shadowRoot ? textOf(element.shadowRoot) : ''}`;
        })
        .join();
    let before;
    let same = 0;
    while (same < 3) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      await new Promise((resolve) => requestIdleCallback(resolve));
      const current = textOf(document);
      same = current === before ? same + 1 : 0;
      before = current;
    }
    await document.fonts.ready;
  });
}

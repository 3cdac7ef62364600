// Part of `npm run bench`: how far content moves while a pane loads. Each element of the built kit is placed between
// two paragraphs of a host page with `skeleton.css`, and the API answers after 300 ms. Prints the layout shift score
// (https://web.dev/articles/cls), the heights of the element in order, and the moved content if the score is not 0. The
// browser ignores moves of less than 3 px.
import { readFileSync } from 'node:fs';
import { measureBuilt, place, signIn } from './built-server.mjs';

const apiDelayMs = 300;
const widths = [390, 1280];
const tags = readFileSync(new URL('../src/skeleton.css', import.meta.url), 'utf8').match(
  /^agni-[\w-]+(?= {\n {2}--_at)/gm,
);

const pageWith = (tag) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${tag}</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/cdn/skeleton.css"><link rel="stylesheet" href="/font.css"><script type="module" src="/cdn/agni-settings.js"></script></head>
<body><p>Above</p><agni-provider base-url="/" auth-mode="cookie"><${tag}></${tag}></agni-provider><p>Below</p></body></html>`;

/** Runs in the page before its scripts: records layout shifts and each height of the element. */
function watch() {
  window.shifts = [];
  window.heights = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({
    type: 'layout-shift',
    buffered: true,
  });
  requestAnimationFrame(function look() {
    const height = Math.round(document.querySelector('agni-provider > *')?.getBoundingClientRect().height ?? 0);
    if (window.heights.at(-1) !== height) window.heights.push(height);
    requestAnimationFrame(look);
  });
  window.ready = new Promise((resolve) => addEventListener('agni-ready', resolve, { once: true }));
}

/** Runs in the page at the end: returns the score, the moves and the heights. */
function result() {
  const rect = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
  const moves = window.shifts.flatMap(({ sources }) =>
    sources.map(({ node, previousRect, currentRect }) => {
      return `${node?.textContent.trim().slice(0, 30) ?? 'inside'}: ${rect(previousRect)} -> ${rect(currentRect)}`;
    }),
  );
  const score = window.shifts.reduce((total, { value }) => total + value, 0);
  return { score, moves, heights: window.heights.filter((height) => height > 0) };
}

/** Loads a page with one element until the network is idle, and returns the result. */
async function measure(browser, origin, storageState, tag, width) {
  const context = await browser.newContext({ storageState, viewport: { width, height: 800 } });
  const page = await context.newPage();
  await page.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, apiDelayMs));
    await route.continue();
  });
  // Liberation Sans is as wide as Arial, and is installed with the browser (scripts/ensure-browsers.mjs).
  const body = "html { font-family: 'Liberation Sans' }";
  await page.route(`${origin}/font.css`, (route) => route.fulfill({ contentType: 'text/css', body }));
  await page.addInitScript(watch);
  await page.goto(await place(page, origin, pageWith(tag)));
  await page.evaluate(() => window.ready);
  await page.waitForLoadState('networkidle');
  const measured = await page.evaluate(result);
  await context.close();
  return measured;
}

await measureBuilt(async (browser, origin) => {
  const state = await signIn(browser, origin);
  console.log(`\nlayout shift, API after ${apiDelayMs} ms${' '.repeat(9)}width   score  heights`);
  for (const tag of tags) {
    for (const width of widths) {
      const { score, moves, heights } = await measure(browser, origin, state, tag, width);
      console.log(
        `  ${tag.padEnd(40)}${String(width).padStart(4)}${score.toFixed(4).padStart(8)}  ${heights.join(' ')}`,
      );
      if (score > 0) console.log(moves.map((move) => `    ${move}`).join('\n'));
      if (score > 0) process.exitCode = 1;
    }
  }
});

// Part of `npm run bench`: bytes after brotli (quality 11) that a script-tag page with one pane loads until the pane
// shows its data, against bench/budgets.json. The built server serves the page, so run `npm run build` first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliSize } from './brotli-size.mjs';
import { measureBuilt, place, signIn } from './built-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const {
  languages: _,
  nodes: __,
  requests: ___,
  ...budgets
} = JSON.parse(readFileSync(join(root, 'bench/budgets.json'), 'utf8'));

const pageWith = (tag) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${tag}</title>
<script type="module" src="/cdn/agni-settings.js"></script>
</head>
<body>
<agni-provider base-url="/" auth-mode="cookie"><${tag}></${tag}></agni-provider>
</body>
</html>`;

/** The files that a new browser profile loads until the pane fires `agni-ready`, and the errors until then. */
async function measure(browser, origin, storageState, tag) {
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  const responses = [];
  const complaints = [];
  page.on('response', (response) => responses.push(response));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    window.ready = new Promise((resolve) => {
      addEventListener('agni-ready', () => resolve('ready'));
      addEventListener('agni-load-error', (event) => resolve(`failed: ${JSON.stringify(event.detail)}`));
    });
  });
  await page.goto(await place(page, origin, pageWith(tag)));
  const patience = new Promise((resolve) => setTimeout(resolve, 60_000, 'showed no data within 60 s').unref());
  const outcome = await Promise.race([page.evaluate(() => window.ready), patience]);
  const seen = [...responses]; // later responses are not needed for the data
  const files = [];
  for (const response of seen) {
    const { pathname } = new URL(response.url());
    const kind = response.request().resourceType();
    if (kind === 'document' || pathname.startsWith('/api/')) continue;
    const body = await response.body();
    files.push({ pathname, kind, plain: body.length, compressed: brotliSize(body) });
  }
  await context.close();
  if (outcome !== 'ready') complaints.unshift(`<${tag}> ${outcome}`);
  return { files, complaints };
}

const number = (bytes) => bytes.toLocaleString('en').padStart(9);
const sum = (files, key) => files.reduce((total, file) => total + file[key], 0);

await measureBuilt(async (browser, origin) => {
  const state = await signIn(browser, origin);
  for (const [tag, budget] of Object.entries(budgets)) {
    const { files, complaints } = await measure(browser, origin, state, tag);
    const total = sum(files, 'compressed');
    console.log(`\n<${tag}>, script tag, until it shows data${' '.repeat(4)}minified   brotli`);
    for (const file of files)
      console.log(`  ${file.pathname.padEnd(44)}${number(file.plain)}${number(file.compressed)}`);
    console.log(`  ${'total'.padEnd(44)}${number(sum(files, 'plain'))}${number(total)}  of ${number(budget).trim()}`);
    if (total > budget) complaints.push(`over budget by ${number(total - budget).trim()}`);
    for (const complaint of complaints) console.log(`  ${complaint}`);
    if (complaints.length) process.exitCode = 1;
  }
});

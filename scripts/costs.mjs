// Part of `npm run bench`: prints the costs by number of rows, panes and workspaces, and the bytes of all scripts.
// Bytes are after brotli (quality 11). Needs a build, as scripts/size.mjs does.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliSize } from './brotli-size.mjs';
import { createWorkspace, measureBuilt, place, signIn } from './built-server.mjs';
import { countNodes, openUsersPage, showUsers } from './users-page.mjs';

const cdn = fileURLToPath(new URL('../dist/cdn/', import.meta.url));
const rowCounts = [1, 5, 10, 20];
const workspaceCounts = [1, 2, 4, 8];

const number = (value, width = 9) => value.toLocaleString('en', { maximumFractionDigits: 0 }).padStart(width);

/** Bytes of all scripts that an English script-tag page can load, except for those that only help developers. */
function bytesOfAll() {
  const files = [
    'agni-settings.js',
    ...readdirSync(`${cdn}assets`, { recursive: true }).map((name) => `assets/${name}`),
  ];
  const isShipped = (name) => name.endsWith('.js') && !/\/(?:mistakes|message-keys|load-words)\.lazy\.js$/.test(name);
  return files.filter(isShipped).reduce((total, name) => total + brotliSize(readFileSync(cdn + name)), 0);
}

/** Opens each pane of the hub, and prints what the pane loads until its data is shown. */
async function printPanes(browser, origin, storageState) {
  const body =
    '<!doctype html><html lang="en"><title>Hub</title><script type="module" src="/cdn/agni-settings.js"></script>' +
    '<body><agni-provider base-url="/" auth-mode="cookie"><agni-settings></agni-settings></agni-provider>';
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  const address = await place(page, origin, body);
  await page.goto(address);
  const open = () => page.waitForFunction(() => document.querySelector('agni-settings')?.state === 'ready');
  await open();
  const ids = await page.evaluate(() => document.querySelector('agni-settings').panes.split(' '));
  console.log(`\npane of the hub, opened as the second one${' '.repeat(7)}bytes until it shows data`);
  for (const id of ids.slice(1)) {
    await page.goto(address);
    await open();
    await page.waitForLoadState('networkidle');
    const responses = [];
    const note = (response) => response.url().endsWith('.js') && responses.push(response);
    page.on('response', note);
    await page.evaluate((pane) => {
      document.querySelector('agni-settings').pane = pane;
    }, id);
    await page.waitForFunction((pane) => {
      const hub = document.querySelector('agni-settings');
      return hub.pane === pane && hub.state === 'ready';
    }, id);
    page.off('response', note);
    let bytes = 0;
    for (const response of responses) bytes += brotliSize(await response.body());
    console.log(`  ${id.padEnd(40)}${number(bytes)}`);
  }
  await context.close();
}

/** Prints DOM nodes and milliseconds of tables of users with increasing numbers of rows. */
async function printRows(browser, origin) {
  const page = await openUsersPage(browser, origin);
  console.log(`\nrows of <agni-users>${' '.repeat(26)}nodes  milliseconds`);
  for (const users of rowCounts) {
    const { token } = await createWorkspace(origin, users);
    await showUsers(page, token); // warms up
    const milliseconds = await showUsers(page, token);
    const nodes = await countNodes(page);
    console.log(`  ${String(users).padEnd(40)}${number(nodes)}${number(milliseconds, 14)}`);
  }
  await page.close();
}

/** Prints the cost of several providers on one page, each with its own user and one pane. */
async function printWorkspaces(browser, origin) {
  console.log(`\nproviders on a page, each with <agni-users>${' '.repeat(5)}requests  milliseconds`);
  for (const count of workspaceCounts) {
    const tokens = [];
    while (tokens.length < count) tokens.push((await createWorkspace(origin, 20)).token);
    const page = await openUsersPage(browser, origin);
    let requests = 0;
    page.on('request', (request) => {
      requests += request.url().includes('/api/') ? 1 : 0;
    });
    const milliseconds = await showUsers(page, ...tokens);
    console.log(`  ${String(count).padEnd(40)}${number(requests)}${number(milliseconds, 14)}`);
    await page.close();
  }
}

await measureBuilt(async (browser, origin) => {
  const state = await signIn(browser, origin);
  console.log(`\nall panes and dialogs in English: ${number(bytesOfAll(), 0)} bytes`);
  await printPanes(browser, origin, state);
  await printRows(browser, origin);
  await printWorkspaces(browser, origin);
});

// Part of `npm run bench`: DOM nodes of the users pane with 20 users, text and comments included, against
// bench/budgets.json. The pane comes from the built server, so run `npm run build` first.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { browserPath, chromiumArgs } from './browsers.mjs';
import { createWorkspace, place, serve } from './built-server.mjs';

const { nodes: budget } = JSON.parse(readFileSync(new URL('../bench/budgets.json', import.meta.url), 'utf8'));

const body =
  '<!doctype html><html lang="en"><title>Users</title><script type="module" src="/cdn/agni-settings.js"></script><body>';

const server = await serve();
const browser = await chromium.launch({ executablePath: browserPath('chromium'), args: chromiumArgs });
try {
  const { token } = await createWorkspace(server.origin, 20);
  const page = await browser.newPage();
  await page.goto(await place(page, server.origin, body));
  const count = await page.evaluate(async (accessToken) => {
    await customElements.whenDefined('agni-provider');
    const provider = document.createElement('agni-provider');
    provider.setAttribute('base-url', '/');
    provider.getToken = () => accessToken;
    const pane = document.createElement('agni-users');
    const isReady = new Promise((resolve) => pane.addEventListener('agni-ready', resolve, { once: true }));
    provider.append(pane);
    document.body.append(provider);
    await isReady;
    const shadow = pane.shadowRoot;
    const walker = document.createTreeWalker(shadow, NodeFilter.SHOW_ALL);
    let nodes = 0;
    while (walker.nextNode()) nodes++;
    return { nodes, elements: shadow.querySelectorAll('*').length, rows: shadow.querySelectorAll('tbody tr').length };
  }, token);
  console.log(`\n20 users: ${count.rows} rows, ${count.elements} elements, ${count.nodes} nodes of at most ${budget}`);
  if (count.rows !== 20 || count.nodes > budget) process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
}

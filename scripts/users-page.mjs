// A page of the built server that shows the users of one workspace after another, for measurements.
import { place } from './built-server.mjs';

const body =
  '<!doctype html><html lang="en"><title>Users</title><script type="module" src="/cdn/agni-settings.js"></script><body>';

/** Opens the page without a pane. */
export async function openUsersPage(browser, origin) {
  const page = await browser.newPage();
  await page.goto(await place(page, origin, body));
  return page;
}

/** Puts the pane of each workspace on the page; resolves to the milliseconds until all rows are laid out. */
export function showUsers(page, ...tokens) {
  return page.evaluate(async (accessTokens) => {
    for (const former of document.querySelectorAll('agni-provider')) former.remove();
    await customElements.whenDefined('agni-provider');
    const start = performance.now();
    await Promise.all(
      accessTokens.map((token) => {
        const provider = document.createElement('agni-provider');
        provider.setAttribute('base-url', '/');
        provider.getToken = () => token;
        const pane = document.createElement('agni-users');
        const isReady = new Promise((resolve) => pane.addEventListener('agni-ready', resolve, { once: true }));
        provider.append(pane);
        document.body.append(provider);
        return isReady;
      }),
    );
    document.body.getBoundingClientRect(); // forces the layout before the next frame
    return performance.now() - start;
  }, tokens);
}

/** DOM nodes of the pane, texts and comments included. */
export function countNodes(page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('agni-users').shadowRoot, NodeFilter.SHOW_ALL);
    let nodes = 0;
    while (walker.nextNode()) nodes++;
    return nodes;
  });
}

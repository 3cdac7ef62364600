// A page of the built server that shows the users of one workspace after another, for measurements.
import { place } from './built-server.mjs';

const body =
  '<!doctype html><html lang="en"><title>Users</title><script type="module" src="/cdn/agni-settings.js"></script><body>';

/** Opens the page, without a pane yet. */
export async function openUsersPage(browser, origin) {
  const page = await browser.newPage();
  await page.goto(await place(page, origin, body));
  return page;
}

/** Puts the pane of a workspace on the page; resolves to the milliseconds until its rows are laid out. */
export function showUsers(page, token) {
  return page.evaluate(async (accessToken) => {
    document.querySelector('agni-provider')?.remove();
    const start = performance.now();
    const provider = document.createElement('agni-provider');
    provider.setAttribute('base-url', '/');
    await customElements.whenDefined('agni-provider');
    provider.getToken = () => accessToken;
    const pane = document.createElement('agni-users');
    const isReady = new Promise((resolve) => pane.addEventListener('agni-ready', resolve, { once: true }));
    provider.append(pane);
    document.body.append(provider);
    await isReady;
    pane.getBoundingClientRect(); // lays out, without waiting for the next frame
    return performance.now() - start;
  }, token);
}

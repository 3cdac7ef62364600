import type { Page } from 'playwright';
import { signIn } from '../artifacts/artifacts.js';
import type { useDemo } from '../demo/browser.js';
import { openProfile } from '../demo/browser.js';
import type { Account } from '../sandbox/api.js';

/** A page of a host around the built kit. */
export interface HostPage {
  readonly page: Page;
  /** Uncaught errors, policy violations, and errors and warnings of the console. */
  readonly complaints: string[];
}

/** The differences between host pages. */
export interface HostPageOptions {
  readonly account: Account;
  /** Scripts and other content of the head; the script-tag build by default. */
  readonly head?: string;
  readonly body: string;
  /** Runs in the page before its scripts. */
  readonly before?: () => void;
  readonly context?: Parameters<typeof openProfile>[1];
}

/** The tag of the script-tag build. */
export const scriptTag = '<script type="module" src="/cdn/agni-settings.js"></script>';

/** Opens a host page at the origin of the server, signed in by cookie, in a new profile. */
export async function openHostPage(
  { server, browser }: ReturnType<typeof useDemo>,
  { account, head = scriptTag, body, before, context: options }: HostPageOptions,
): Promise<HostPage> {
  const { context, complaints } = await openProfile(browser, options);
  const page = await context.newPage();
  await signIn(page, server.api.url, account);
  if (before) await page.addInitScript(before);
  const address = `${server.api.url}/host`;
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
        <meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg">${head}</head><body>${body}</body></html>`,
    }),
  );
  await page.goto(address);
  return { page, complaints };
}

let saves = 0;

/** Changes the first name in the profile as a user does, and waits until it is saved. Returns the new name. */
export async function saveFirstName(page: Page): Promise<string> {
  saves += 1;
  const name = `Ada ${saves}`;
  await page.getByLabel('First Name').fill(name);
  await page.getByRole('button', { name: 'Save Changes' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  return name;
}

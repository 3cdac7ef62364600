import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { browserPath, chromiumArgs } from '../../scripts/browsers.mjs';
import { BuiltServer } from '../long/built-server.js';

/** Starts the installed Chromium, with arguments of its own. */
export function startBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = browserPath('chromium');
  return chromium.launch({ executablePath, args: [...chromiumArgs, ...args], timeout: 120_000 });
}

/** Starts the built server and a browser for the tests of a file, and ends both after them. */
export function useDemo(args: readonly string[] = []) {
  const server = new BuiltServer();
  const demo = { server, browser: undefined as unknown as Browser };
  beforeAll(async () => {
    await server.start();
    demo.browser = await startBrowser(args);
  });
  afterAll(async () => {
    await demo.browser?.close();
    await server.end();
    server.remove();
  });
  return demo;
}

/** Opens a new browser profile, which records policy violations, uncaught errors, and console errors and warnings. */
export async function openProfile(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; complaints: string[] }> {
  const complaints: string[] = [];
  const context = await browser.newContext(options);
  context.setDefaultTimeout(60_000);
  await context.exposeFunction('complain', (words: string) => complaints.push(words));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const { complain } = globalThis as unknown as { complain(words: string): void };
      complain(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  context.on('page', (page) => {
    page.on('pageerror', (error) => complaints.push(`error: ${error.stack}`));
    page.on('console', (message) => {
      // Chromium's advice on forms is "verbose": fields without a purpose, passwords outside of a form, double ids.
      const isAdvice = message.text().startsWith('[DOM]');
      if (!isAdvice && !['error', 'warning'].includes(message.type())) return;
      complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
  });
  return { context, complaints };
}

/** Presses Tab until a control has the focus, as a keyboard user does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < 100; presses++) {
    if (await control.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${control} can't be reached by Tab`);
}

/** Replaces the content of a field, by keyboard. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Presses a button, link or menu item, by keyboard. */
export async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

/** Signs in with the form on screen, by keyboard. */
export async function signIn(page: Page, email: string, password = 'Purple-otter-42'): Promise<void> {
  await type(page, page.getByLabel('Email', { exact: true }), email);
  await type(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');
}

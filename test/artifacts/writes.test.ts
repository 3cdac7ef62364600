import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { type Endpoint, endpoints } from '../../src/contract/all.js';
import { isThorough } from '../build/stranger.js';
import { openProfile, startBrowser } from '../demo/browser.js';
import { BuiltServer } from '../long/built-server.js';
import { StepClock } from '../sandbox/authenticator.js';
import { artifacts, bundleHost, servePages, signIn } from './artifacts.js';
import { notInElements, type Visit, writes } from './writes.js';

// Tests the published files in dist: every write of every element, in Chromium, against the built server. A write may
// use data of earlier writes. `npm test` makes all writes with the script tag, whose build changes most of the code,
// and only the first write of each element with the other artifacts; `npm run test:long` makes all.
const server = new BuiltServer();
let browser: Browser;

/** Every element that has its own package entry, without the provider, which is on every page. */
const tags = Object.entries(packageJson.exports)
  .filter(([, target]) => JSON.stringify(target).includes('/define/'))
  .map(([entry]) => entry.replace('./', 'agni-'))
  .filter((tag) => tag !== 'agni-all' && tag !== 'agni-provider');
const tagsWithWrites = new Set(writes.map(({ tag }) => tag));

const firstOf = (tag: string) => writes.find((write) => write.tag === tag);

/** For a busy machine; a test waits only as long as necessary. */
const patience = { timeout: 60_000 };

beforeAll(async () => {
  await Promise.all([server.start(), bundleHost(tags)]);
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server.end();
  server.remove();
});

it('drives every write of the contract, except those that no element makes', () => {
  const all = Object.values(endpoints).filter(({ method }) => method !== 'GET');
  const driven = [...writes.map(({ operation }) => operation), ...notInElements];
  const names = (some: readonly Endpoint[]) => [...new Set(some.map(({ name }) => name))].sort();
  expect(names(driven.filter(({ method }) => method !== 'GET'))).toEqual(names(all));
});

/** Whether a request that the server received is a call of the operation. */
function isCallOf({ method, path }: Endpoint, request: { method: string; path: string }): boolean {
  const pattern = new RegExp(`^${path.replace(/{\w+}/g, '[^/]+')}$`);
  return method === request.method && pattern.test(request.path);
}

/** Whether the browser reports an expected answer: 404 means that no agent books through a calendar. */
const isAnswer = (complaint: string) => /status of 404 .*\/ghl\/setup\/agents\/calendar\//.test(complaint);

describe.each(artifacts)('The $name (D1)', (artifact) => {
  const heardEvents: string[] = [];
  let page: Page;
  let addressOf: (tag: string) => string;
  let complaints: string[];
  let visit: Visit;
  let isPageUsable = false;

  beforeAll(async () => {
    const workspace = await server.api.workspace({});
    visit = { api: server.api, workspace, clock: await StepClock.of(server.api, workspace) };
    const profile = await openProfile(browser);
    complaints = profile.complaints;
    await profile.context.exposeFunction('hear', (name: string) => heardEvents.push(name));
    await profile.context.addInitScript(
      (names: string[]) => {
        const { hear } = globalThis as unknown as { hear(name: string): void };
        for (const name of names) document.addEventListener(name, () => hear(name));
      },
      ['agni-ready', ...writes.flatMap(({ event }) => event ?? [])],
    );
    page = await profile.context.newPage();
    addressOf = await servePages(page, server.api.url, artifact);
    await signIn(page, server.api.url, workspace.owner);
  });

  afterAll(() => page?.context().close());

  /** How often the server has carried out the operation. */
  const countCalls = async (operation: Endpoint) => {
    const { body } = await server.api.get(`/__sandbox/requests?org_id=${visit.workspace.id}`);
    const requests: { method: string; path: string; status: number }[] = body;
    return requests.filter((request) => isCallOf(operation, request) && request.status < 400).length;
  };

  /** Runs `act`, and fails with the console messages of that time, which are often the cause of another failure. */
  const withoutComplaints = async (act: () => Promise<void>) => {
    complaints.length = 0;
    heardEvents.length = 0;
    try {
      await act();
    } catch (error) {
      throw complaints.length ? new Error(complaints.join('\n'), { cause: error }) : error;
    }
    expect(complaints.filter((complaint) => !isAnswer(complaint))).toEqual([]);
  };

  it.each(tags.filter((tag) => !tagsWithWrites.has(tag)))('shows <%s>', (tag) =>
    withoutComplaints(async () => {
      await page.goto(addressOf(tag));
      await expect.poll(() => heardEvents, patience).toContain('agni-ready');
    }),
  );

  it('opens every pane of the hub', () =>
    withoutComplaints(async () => {
      await page.goto(addressOf('agni-settings'));
      const links = page.getByRole('navigation').getByRole('link');
      await links.last().waitFor();
      for (const link of await links.all()) {
        const name = ((await link.textContent()) ?? '').trim();
        await link.click();
        await page.getByRole('heading', { level: 3, name, exact: true }).waitFor();
        await expect.poll(() => page.locator('[aria-busy=true]').count(), patience).toBe(0);
      }
    }));

  const isWhole = artifact === artifacts[0] || isThorough;

  it.each(writes.filter((write) => isWhole || write === firstOf(write.tag)))(
    'lets a user $name',
    ({ tag, operation, event, perform }) =>
      withoutComplaints(async () => {
        if (page.url() !== addressOf(tag) || !isPageUsable) await page.goto(addressOf(tag));
        isPageUsable = false; // a failed write may leave a dialog open
        const callsBefore = await countCalls(operation);
        await perform(page, visit);
        await expect.poll(() => countCalls(operation), patience).toBeGreaterThan(callsBefore);
        if (event) {
          await expect.poll(() => heardEvents, patience).toContain(event);
          await expect.poll(() => page.locator('dialog[open]').count(), patience).toBe(0);
        }
        isPageUsable = true;
      }),
  );
});

import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useDemo } from '../demo/browser.js';
import type { TestWorkspace } from '../sandbox/api.js';
import { type HostPageOptions, openHostPage, saveFirstName, scriptTag } from './host-page.js';

// The built kit in host pages that need Playwright, in Chromium, against the built server; test/wire has the others.
// The feature is disabled because Chromium would ask the user before a frame without an origin may call this machine.
const demo = useDemo(['--disable-features=LocalNetworkAccessChecks']);
let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await demo.server.api.workspace();
});
afterEach(async () => {
  for (const context of demo.browser.contexts()) await context.close();
});

const pane = '<agni-profile></agni-profile>';
const within = (content: string) => `<agni-provider base-url="/" auth-mode="cookie">${content}</agni-provider>`;
const open = (options: Omit<HostPageOptions, 'account' | 'body'> & { body?: string }) =>
  openHostPage(demo, { account: workspace.owner, body: within(pane), ...options });

describe('storage that throws', () => {
  it('is not needed in a frame that has none, where the token comes from the host (C42)', async () => {
    const { page, complaints } = await open({ head: '', body: '' });
    const { url } = demo.server.api;
    const frame = `<!doctype html><title>Frame</title><link rel="icon" href="data:,">
      <script src="${url}/cdn/agni-settings.bundle.js"></script>
      <agni-provider base-url="${url}">${pane}</agni-provider>
      <script>document.querySelector('agni-provider').getToken = () => '${workspace.owner.access_token}'</script>`;
    await page.evaluate((srcdoc) => {
      const element = document.createElement('iframe');
      element.setAttribute('sandbox', 'allow-scripts allow-forms');
      element.srcdoc = srcdoc;
      document.body.append(element);
    }, frame);
    const inside = page.frameLocator('iframe');
    await inside.getByLabel('First Name').fill('Framed');
    await inside.getByRole('button', { name: 'Save Changes' }).click();
    await inside.getByText('Saved', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('an unusual display', () => {
  const displays: [string, HostPageOptions['context'], 'print' | 'screen'][] = [
    ['without motion', { reducedMotion: 'reduce' }, 'screen'],
    ['in forced colors', { forcedColors: 'active' }, 'screen'],
    ['at 400 %', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, 'screen'],
    ['printed', {}, 'print'],
  ];
  it.each(displays)('%s is usable: every part of the settings, and a save (C60)', async (name, context, media) => {
    const { page, complaints } = await open({
      body: within('<agni-settings routing="hash"></agni-settings>'),
      context,
    });
    await page.emulateMedia({ media });
    const hub = page.locator('agni-settings');
    await hub.getByRole('heading', { level: 2 }).first().waitFor();
    const links = await page.evaluate(() =>
      [
        ...(document.querySelector('agni-settings')?.shadowRoot?.querySelectorAll('nav a, [role=navigation] a') ?? []),
      ].map((link) => link.getAttribute('href') ?? ''),
    );
    for (const href of links) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, href);
      await hub.getByRole('heading', { level: 2 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect([name, href, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([
        name,
        href,
        true,
      ]);
      const moving = await page.evaluate(
        () =>
          document
            .getAnimations()
            .filter(
              (animation) =>
                Number(animation.effect?.getComputedTiming().duration) > 1 && animation.playState === 'running',
            ).length,
      );
      if (name === 'without motion') expect([href, moving]).toEqual([href, 0]);
    }
    await page.evaluate(() => {
      location.hash = '#profile';
    });
    await saveFirstName(page);
    if (media === 'print') {
      const field = await page.getByLabel('First Name').boundingBox();
      expect(field?.height).toBeGreaterThan(0);
      expect((await page.pdf()).length).toBeGreaterThan(5000);
    }
    expect(complaints).toEqual([]);
  });
});

describe('a slow answer', () => {
  it('leaves the other panes usable, and moves nothing when it comes (C06)', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page, complaints } = await open({
      head: `<link rel="stylesheet" href="/cdn/skeleton.css">${scriptTag}`,
      body: `${within(`<p>Before</p>${pane}<p>Between</p><agni-org-settings></agni-org-settings>`)}<p>After</p>`,
      before: () => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      },
    });
    await page.route('**/api/v1/organizations/profile/**', async (route) => {
      await released;
      await route.continue();
    });
    await page.reload();
    const busy = () =>
      page.evaluate(() =>
        document
          .querySelector('agni-org-settings')
          ?.shadowRoot?.querySelector('[aria-busy]')
          ?.getAttribute('aria-busy'),
      );
    await expect.poll(busy).toBe('true');
    await page.getByLabel('First Name').waitFor();
    /** The layout shift score since the last call. */
    const shifted = () =>
      page.evaluate(async () => {
        for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
        const { shifts } = window as unknown as { shifts: number[] };
        return shifts.splice(0).reduce((sum, value) => sum + value, 0);
      });
    expect(await shifted()).toBe(0);
    await page.getByLabel('First Name').fill('Typed meanwhile');
    await page.getByRole('button', { name: 'Save Changes' }).waitFor();
    await expect.poll(shifted).toBeGreaterThan(0); // the save bar appears
    await expect.poll(shifted).toBe(0); // the save bar does not move
    release();
    await page.getByLabel('Organization Name').waitFor();
    expect(await page.getByLabel('First Name').inputValue()).toBe('Typed meanwhile');
    expect(await shifted()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('a website that is no link', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    '//evil.example',
    ' java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
  ])('is shown as text, in every part of the settings: %j (C54)', async (website) => {
    const { page, complaints } = await open({ head: '', body: '' });
    await page.route('**/api/v1/organizations/profile/**', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), website } });
    });
    await page.setContent(`${within('<agni-settings></agni-settings>')}${scriptTag}`);
    await page.getByRole('link', { name: 'Organization' }).click();
    await expect.poll(() => page.getByLabel('Website').inputValue()).toContain(website.trim().slice(-9));
    for (const link of await page.locator('agni-settings').getByRole('link').all()) {
      await link.click();
      await page.waitForLoadState('networkidle');
      const schemes = await page.evaluate(() => {
        const roots: ParentNode[] = [document];
        for (const root of roots) {
          for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
        }
        return roots
          .flatMap((root) => [...root.querySelectorAll<HTMLAnchorElement>('a[href]')])
          .map(({ protocol }) => protocol);
      });
      expect(schemes.filter((scheme) => !/^https?:$/.test(scheme))).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
});

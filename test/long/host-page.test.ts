import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useDemo } from '../demo/browser.js';
import type { TestWorkspace } from '../sandbox/api.js';
import { type HostPageOptions, openHostPage, saveFirstName, scriptTag } from './host-page.js';

// The built kit in host pages that make its life hard, in Chromium, against the built server.
// Chromium asks the user before a frame without an origin may call this machine.
const demo = useDemo(['--disable-features=LocalNetworkAccessChecks']);
let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await demo.server.api.workspace();
});
afterEach(async () => {
  for (const context of demo.browser.contexts()) await context.close();
});

const bundle = '<script defer src="/cdn/agni-settings.bundle.js"></script>';
const pane = '<agni-profile></agni-profile>';
const within = (content: string) => `<agni-provider base-url="/" auth-mode="cookie">${content}</agni-provider>`;
const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const open = (options: Omit<HostPageOptions, 'account' | 'body'> & { body?: string }) =>
  openHostPage(demo, { account: workspace.owner, body: within(pane), ...options });

/** Complaints that are not the one warning of a second copy. */
const others = (complaints: readonly string[]) =>
  complaints.filter((one) => !one.includes('the first registration wins'));

describe('storage that throws', () => {
  it('is not needed, and nothing is put there (C42)', async () => {
    const { page, complaints } = await open({
      body: within('<agni-settings></agni-settings>'),
      before: () => {
        const refuse = () => {
          throw new DOMException('Denied by this test', 'SecurityError');
        };
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) {
          Object.defineProperty(window, name, { get: refuse });
        }
        Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
      },
    });
    await page.getByRole('link', { name: 'Profile' }).click();
    await saveFirstName(page);
    expect(complaints).toEqual([]);
  });

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

describe('the kit twice', () => {
  const twice = (tag: string) => tag + tag.replace('.js"', '.js?again"');
  it.each([
    ['two tags of the bundle', bundle + bundle, undefined],
    ['two addresses of the bundle', twice(bundle), undefined],
    ['two tags of the modules', scriptTag + scriptTag, undefined],
    ['two addresses of the modules', twice(scriptTag), undefined],
    ['bundle and modules', bundle + scriptTag, undefined],
    ['two tags of the bundle under Trusted Types', bundle + bundle, `${strict} 'allow-duplicates'`],
    ['bundle and modules under Trusted Types', bundle + scriptTag, `${strict} 'allow-duplicates'`],
    ['two tags of the modules under Trusted Types', scriptTag + scriptTag, strict],
  ])('works as once, and warns at most once: %s (C49, C50)', async (_name, head, policy) => {
    const { page, complaints } = await open({ head, ...(policy ? { policy } : {}) });
    await saveFirstName(page);
    expect(others(complaints)).toEqual([]);
    expect(complaints.length).toBeLessThan(2);
  });

  it('leaves a foreign element its tag, and registers the rest, also under Trusted Types (C50)', async () => {
    const { page, complaints } = await open({
      head: bundle,
      policy: strict,
      body: within(`${pane}<agni-sessions></agni-sessions>`),
      before: () => customElements.define('agni-sessions', class extends HTMLElement {}),
    });
    await saveFirstName(page);
    expect(await page.evaluate(() => document.querySelector('agni-sessions')?.shadowRoot)).toBeNull();
    expect(others(complaints)).toEqual([]);
    expect(complaints).toHaveLength(1);
  });
});

describe('a hostile page', () => {
  const hostileStyle = `
    * { all: unset !important; }
    input, button, label, form, svg { display: none !important; visibility: hidden !important; }
    ::part(button) { outline: none; }`;

  it('does not reach the inside by its style sheets (C57)', async () => {
    const { page, complaints } = await open({ head: `${scriptTag}<style>${hostileStyle}</style>` });
    await saveFirstName(page);
    expect(complaints).toEqual([]);
  });

  it('around the kit is a form, which Enter in a field does not submit (C57)', async () => {
    const { page, complaints } = await open({
      body: `<form id="host" action="/nowhere"><input name="own"><button>Host</button>${within(`${pane}<agni-users></agni-users>`)}</form>`,
    });
    await page.evaluate(() => {
      document.querySelector('form')?.addEventListener('submit', () => document.body.append('submitted'));
    });
    await page.getByLabel('First Name').fill('Entered');
    await page.getByLabel('First Name').press('Enter');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByLabel('Search users').press('Enter');
    await page.getByRole('button', { name: 'Discard' }).or(page.getByLabel('Last Name')).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/host');
    expect(await page.locator('body').textContent()).not.toContain('submitted');
    expect(complaints).toEqual([]);
  });

  it('has extended and replaced prototypes, as old libraries do (C57)', async () => {
    const { page, complaints } = await open({
      before: () => {
        const extend = (prototype: object, more: Record<string, unknown>) => Object.assign(prototype, more);
        extend(Object.prototype, { inherited: 'yes', toJSON: undefined });
        extend(Array.prototype, {
          remove: () => undefined,
          toJSON(this: unknown[]) {
            return `[${this.join()}]`;
          },
        });
        extend(String.prototype, { toJSON: () => 'a string' });
        const { map, filter, find, includes } = Array.prototype;
        // Wrapped, as instrumentation does.
        for (const method of [map, filter, find, includes]) {
          Reflect.set(Array.prototype, method.name, function (this: unknown[], ...args: never[]) {
            return Reflect.apply(method, this, args);
          });
        }
        const { fetch } = window;
        window.fetch = (...args) => Promise.resolve().then(() => fetch(...args)); // as monitoring does
        const { append } = Element.prototype;
        Element.prototype.append = function (...nodes) {
          return append.apply(this, nodes);
        };
      },
    });
    const name = await saveFirstName(page);
    const { body } = await demo.server.api.get('/api/v1/users/me', { token: workspace.owner.access_token });
    expect(body.data.first_name).toBe(name);
    expect(complaints).toEqual([]);
  });

  const clobbering = ['currentScript', 'cookie', 'forms', 'scripts', 'head'];
  it.each([
    ['modules', scriptTag],
    ['bundle', bundle],
  ])('has named elements in place of properties: %s (C57)', async (_name, head) => {
    const images = clobbering.map((name) => `<img name="${name}" id="${name}" alt="" src="/icon.svg">`).join('');
    const globals = [
      'fetch',
      'navigator',
      'customElements',
      'trustedTypes',
      'agni',
      'litHtmlVersions',
      'location',
      'name',
      'self',
      'top',
    ];
    const anchors = globals.map((name) => `<a id="${name}" name="${name}" href="https://evil.example">x</a>`).join('');
    const { page, complaints } = await open({
      head: '',
      body: `${images}${anchors}<div lang="de">${within(pane)}</div>${head}`,
    });
    await page.getByLabel('Vorname').fill(`Geklaut durch ${_name}`);
    await page.getByRole('button', { name: 'Änderungen speichern' }).click();
    await page.getByText('Gespeichert', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('moves and wraps what is added to it, and the fields keep what was typed (C57)', async () => {
    const { page, complaints } = await open({
      body: `<div id="one">${within(pane)}</div><div id="two"></div>`,
      before: () => {
        addEventListener('DOMContentLoaded', () => {
          let moves = 0;
          const move = () => {
            if (moves >= 40) return;
            moves += 1;
            const provider = document.querySelector('agni-provider') as HTMLElement;
            const wrapper = document.createElement('font'); // as translators do
            document.querySelector(moves % 2 ? '#two' : '#one')?.append(wrapper);
            wrapper.append(provider);
            document.documentElement.dataset.moves = String(moves);
          };
          new MutationObserver(move).observe(document.body, { childList: true, subtree: true });
          document.querySelector('#one')?.append('begin');
        });
      },
    });
    await page.getByLabel('First Name').fill('Moved');
    await page.evaluate(() => document.querySelector('#one')?.append('more'));
    expect(await page.getByLabel('First Name').inputValue()).toBe('Moved');
    await page.getByRole('button', { name: 'Save Changes' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.moves)).toBe('40');
    expect(complaints).toEqual([]);
  });
});

describe('a strict policy', () => {
  it('is kept by every element: nothing is reported (C58)', async () => {
    const { page, complaints } = await open({ policy: strict, body: within('<agni-settings></agni-settings>') });
    for (const link of await page.getByRole('navigation').getByRole('link').all()) {
      await link.click();
      await page.locator('agni-settings').getByRole('heading', { level: 2 }).first().waitFor();
    }
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
  });

  it('that blocks the API is told as a server out of reach (C58)', async () => {
    const { page, complaints } = await open({
      policy: strict,
      body: `<agni-provider base-url="http://localhost:1" auth-mode="cookie">${pane}</agni-provider>`,
    });
    await page.getByRole('alert').getByText("Can't reach the server").waitFor();
    await page.getByRole('button', { name: 'Try Again' }).waitFor();
    expect(
      await page.evaluate(() => (document.querySelector('agni-profile') as unknown as { state: string }).state),
    ).toBe('error');
    expect(complaints.filter((one) => !one.includes('localhost:1'))).toEqual([]);
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
    await shifted(); // the save bar of what was typed
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

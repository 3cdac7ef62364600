import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { isThorough, strangersApp } from './stranger.js';

const makeWindow = {
  'happy-dom': `import { Window } from 'happy-dom'; const window = new Window({ url: 'https://host.example/' });`,
  jsdom: `import { JSDOM } from 'jsdom';
    const { window } = new JSDOM('<body></body>', { url: 'https://host.example/', pretendToBeVisual: true });`,
};

/** Makes the names of the window global, as the environments of vitest and jest do. */
const test = (tag: string) => `
const replaced = ['Event', 'CustomEvent', 'EventTarget', 'AbortController', 'AbortSignal', 'navigator'];
const names = Object.getOwnPropertyNames(window).filter((name) => !name.startsWith('_') && !(name in globalThis));
for (const name of [...names, ...replaced]) {
  const value = /^(?:add|remove)EventListener$|^dispatchEvent$/.test(name) ? window[name].bind(window) : window[name];
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
globalThis.window ??= window;
await import('agni-settings/testing');
await import('agni-settings/all');
const { createSandbox } = await import('agni-settings/sandbox');
const provider = document.createElement('agni-provider');
provider.fetch = createSandbox().fetch;
const pane = document.createElement('${tag}');
provider.append(pane);
const ready = new Promise((resolve) => provider.addEventListener('agni-ready', resolve, { once: true }));
document.body.append(provider);
await ready;
await pane.updateComplete;
console.log(pane.state, pane.shadowRoot.textContent);
process.exit(0);
`;

it('adds to a page only what is missing (D90)', async () => {
  const cwd = await strangersApp({
    'test.js': `globalThis.matchMedia = () => 'own';
      await import('agni-settings/testing');
      console.log(matchMedia(), typeof IntersectionObserver, Map.groupBy([1, 2, 3], (one) => one % 2).get(1).join());`,
  });
  const { stdout } = await promisify(execFile)(process.execPath, ['test.js'], { cwd });
  expect(stdout.trim()).toBe('own function 1,3');
});

const emulations = [['happy-dom', ['happy-dom@20']] as const, ['jsdom', ['jsdom@26']] as const];

it.each(isThorough ? emulations : [])(
  'runs in %s, in which hosts test (D90)',
  { timeout: 120_000 },
  async (name, packages) => {
    for (const tag of ['agni-settings', 'agni-users']) {
      const cwd = await strangersApp({ 'test.js': makeWindow[name] + test(tag) }, packages);
      const { stdout } = await promisify(execFile)(process.execPath, ['test.js'], { cwd });
      expect(stdout).toMatch(/^ready\s[\s\S]*(?:Organization|Members)/);
    }
  },
);

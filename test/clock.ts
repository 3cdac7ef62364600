import type * as FakeTimers from '@sinonjs/fake-timers';

// Published as CommonJS alone, which browsers can't import; it asks for nothing but the global object.
const source = new URL('../node_modules/@sinonjs/fake-timers/src/fake-timers-src.js', import.meta.url);
const module = { exports: {} };
new Function('module', 'exports', 'require', await (await fetch(source)).text())(module, module.exports, requireGlobal);
const { install } = module.exports as typeof FakeTimers;

function requireGlobal(name: string) {
  if (name === '@sinonjs/commons') return { global: globalThis };
  throw new Error(`No ${name} in a page`);
}

/** The page's clock, stopped. `tickAsync` lets everything that was due happen, promises included. */
export type Clock = FakeTimers.Clock;

/** Stops the page's clock for one test; to be called in it. */
export async function stopClock(test: (clock: Clock) => Promise<void>): Promise<void> {
  const clock = install({ now: Date.now(), toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  try {
    await test(clock);
  } finally {
    clock.uninstall();
  }
}

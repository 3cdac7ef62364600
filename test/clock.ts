import { type Clock, install } from '@sinonjs/fake-timers';

/** The page's clock, stopped. `tickAsync` lets everything that was due happen, promises included. */
export type { Clock };

/** Stops the page's clock for one test; to be called in it. */
export async function stopClock(test: (clock: Clock) => Promise<void>): Promise<void> {
  const clock = install({ now: Date.now(), toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  try {
    await test(clock);
  } finally {
    clock.uninstall();
  }
}

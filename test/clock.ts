import { type Clock, install } from '@sinonjs/fake-timers';

/** The stopped clock of the page. `tickAsync` runs all timers that are due, and waits for their promises. */
export type { Clock };

/** Stops the page's clock while `test` runs. */
export async function stopClock(test: (clock: Clock) => Promise<void>): Promise<void> {
  const clock = install({ now: Date.now(), toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  try {
    await test(clock);
  } finally {
    clock.uninstall();
  }
}

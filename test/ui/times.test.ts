import { expect, fixture, html } from '@open-wc/testing';
import { type ReactiveController, type ReactiveControllerHost, render } from 'lit';
import { CountdownController } from '../../src/ui/countdown-controller.js';
import { dateTime, day, MinuteController, timeAgo } from '../../src/ui/time.js';
import { dateText } from '../../src/ui/time-text.js';
import { stopClock } from '../clock.js';

/** A host that counts the updates that controllers request. */
function countingHost() {
  const controllers: ReactiveController[] = [];
  const host = {
    updates: 0,
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => {
      host.updates += 1;
    },
    updateComplete: Promise.resolve(true),
  } satisfies ReactiveControllerHost & { updates: number };
  const connect = () => controllers.map((controller) => controller.hostConnected?.());
  const disconnect = () => controllers.map((controller) => controller.hostDisconnected?.());
  return { host, connect, disconnect };
}

/** Renders a template in a paragraph. */
async function shown(template: unknown): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<p>${template}</p>`);
}

describe('how long ago', () => {
  /** The text for a time `minutes` ago. Call with a stopped clock. */
  function minutesAgo(minutes: number): string | null {
    const place = document.createElement('p');
    render(timeAgo(new Date(Date.now() - minutes * 60_000).toISOString(), 'en'), place);
    return place.textContent;
  }

  it('is told in the largest unit that has passed once', () =>
    stopClock(async () => {
      expect(minutesAgo(0.5)).to.equal('now');
      expect(minutesAgo(1)).to.equal('1 minute ago');
      expect(minutesAgo(59.9)).to.equal('59 minutes ago');
      expect(minutesAgo(60)).to.equal('1 hour ago');
      expect(minutesAgo(24 * 60)).to.equal('1 day ago');
      expect(minutesAgo(30 * 24 * 60)).to.equal('1 month ago');
      expect(minutesAgo(731 * 24 * 60)).to.equal('2 years ago');
    }));

  it('is never in the future', () =>
    stopClock(async () => {
      expect(minutesAgo(-5)).to.equal('now');
    }));
});

describe('a moment', () => {
  /** Runs `test` for a user whose time is 13 hours ahead of UTC. */
  function farFromUtc(test: () => void): void {
    const Original = Intl.DateTimeFormat;
    class DateTimeFormat extends Original {
      constructor(lang: string, options: Intl.DateTimeFormatOptions) {
        super(lang, { timeZone: 'Pacific/Tongatapu', ...options });
      }
    }
    Intl.DateTimeFormat = DateTimeFormat as typeof Original;
    try {
      test();
    } finally {
      Intl.DateTimeFormat = Original;
    }
  }

  it("is shown by the reader's clock, with the exact time in UTC", async () => {
    const root = await fixture<HTMLElement>(html`<p></p>`);
    farFromUtc(() => render(dateTime('2026-03-31T23:30:05Z', 'en-NZ'), root));
    const time = root.querySelector('time') as HTMLTimeElement;
    expect(time.textContent).to.match(/^(?:1 Apr 2026|1\/04\/2026), 12:30.pm$/); // by the engine's version of CLDR
    expect(time.title).to.match(/^(?:31 Mar 2026|31\/03\/2026), 11:30:05.pm UTC$/);
    expect(time.dateTime).to.equal('2026-03-31T23:30:05.000Z');
  });

  it('is shown as it is where it is none', async () => {
    const root = await shown([timeAgo('soon', 'en'), ' ', dateTime('later', 'en'), ' ', day('some day', 'en')]);
    expect(root.textContent).to.equal('soon later some day');
    expect(dateText('never', 'en')).to.equal('never');
  });

  it('is no tab stop, and keeps its width when it is pressed (D58)', async () => {
    for (const template of [timeAgo, day, dateTime]) {
      const time = (await shown(template('2026-03-31T23:30:05Z', 'en'))).querySelector('time') as HTMLTimeElement;
      const { width } = time.getBoundingClientRect();
      time.focus();
      expect([time.tabIndex, document.activeElement === time]).to.deep.equal([-1, false]);
      expect(time.getBoundingClientRect().width).to.equal(width);
    }
  });
});

describe('a countdown', () => {
  it('renders every second until it is over, and no longer', () =>
    stopClock(async (clock) => {
      const { host } = countingHost();
      const countdown = new CountdownController(host);
      expect(countdown.seconds).to.equal(undefined);
      countdown.start(3000);
      const seen = [countdown.seconds];
      for (let second = 0; second < 3; second++) {
        await clock.tickAsync(1000);
        seen.push(countdown.seconds);
      }
      expect(seen).to.deep.equal([3, 2, 1, 0]);
      const { updates } = host;
      await clock.tickAsync(10_000);
      expect(host.updates).to.equal(updates);
    }));

  it('counts nothing where the time is unknown, over, or what a wrong clock makes of it', () =>
    stopClock(async () => {
      const countdown = new CountdownController(countingHost().host);
      for (const milliseconds of [Number.NaN, -1000, 86_400_000]) {
        countdown.start(milliseconds);
        expect(countdown.seconds).to.equal(undefined);
      }
    }));

  it('is over with the next start, also if that one counts nothing', () =>
    stopClock(async () => {
      const countdown = new CountdownController(countingHost().host);
      countdown.start(30_000);
      countdown.start(Number.NaN);
      expect(countdown.seconds).to.equal(undefined);
      countdown.start(30_000);
      countdown.start(5000);
      expect(countdown.seconds).to.equal(5);
    }));

  it('renders nothing while its element is off the page, and goes on once it is back', () =>
    stopClock(async (clock) => {
      const { host, connect, disconnect } = countingHost();
      const countdown = new CountdownController(host);
      countdown.start(30_000);
      disconnect();
      const { updates } = host;
      await clock.tickAsync(5000);
      expect(host.updates).to.equal(updates);
      connect();
      await clock.tickAsync(5000);
      expect([countdown.seconds, host.updates]).to.deep.equal([20, updates + 5]);
    }));
});

describe('what is looked at every minute', () => {
  /** Makes the page hidden, as behind another tab, until the returned function is called. */
  function hidePage(): () => void {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    return () => Reflect.deleteProperty(document, 'visibilityState');
  }

  it('is rendered each minute while the element is on the page', () =>
    stopClock(async (clock) => {
      const { host, connect, disconnect } = countingHost();
      let ticks = 0;
      new MinuteController(host, () => ++ticks);
      connect();
      await clock.tickAsync(180_000);
      expect([ticks, host.updates]).to.deep.equal([3, 3]);
      disconnect();
      await clock.tickAsync(180_000);
      expect([ticks, host.updates]).to.deep.equal([3, 3]);
    }));

  it('waits while the page is hidden, and continues then', () =>
    stopClock(async (clock) => {
      const { host, connect, disconnect } = countingHost();
      let ticks = 0;
      new MinuteController(host, () => ++ticks);
      connect();
      const showPage = hidePage();
      try {
        await clock.tickAsync(120_000);
        expect([ticks, host.updates]).to.deep.equal([0, 0]);
      } finally {
        showPage();
      }
      await clock.tickAsync(60_000);
      expect([ticks, host.updates]).to.deep.equal([1, 1]);
      disconnect();
    }));
});

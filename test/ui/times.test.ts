import { expect, fixture, html } from '@open-wc/testing';
import { type ReactiveController, type ReactiveControllerHost, render } from 'lit';
import { CountdownController } from '../../src/ui/countdown-controller.js';
import { dateText } from '../../src/ui/date.js';
import { dateTime } from '../../src/ui/date-time.js';
import { MinuteController } from '../../src/ui/minute-controller.js';
import { agoText, exactTime } from '../../src/ui/relative-time.js';
import { stopClock } from '../clock.js';

/** Counts how often a controller has its element rendered. */
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

describe('how long ago', () => {
  const now = Date.parse('2026-03-31T12:00:00Z');
  const ago = (moment: string) => agoText(moment, 'en', now);

  it('is told in the largest unit that has passed once', () => {
    expect(ago('2026-03-31T11:59:30Z')).to.equal('now');
    expect(ago('2026-03-31T11:59:00Z')).to.equal('1 minute ago');
    expect(ago('2026-03-31T11:00:01Z')).to.equal('59 minutes ago');
    expect(ago('2026-03-31T11:00:00Z')).to.equal('1 hour ago');
    expect(ago('2026-03-30T12:00:00Z')).to.equal('1 day ago');
    expect(ago('2026-03-01T12:00:00Z')).to.equal('1 month ago');
    expect(ago('2024-03-31T12:00:00Z')).to.equal('2 years ago');
  });

  it('is never in the future, and shows what is no moment as it is', () => {
    expect(ago('2026-03-31T12:05:00Z')).to.equal('now');
    expect(ago('soon')).to.equal('soon');
  });
});

describe('a moment', () => {
  /** Runs `test` with a reader who lives 13 hours before UTC. */
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
    expect(time.textContent).to.match(/^1 Apr 2026, 12:30.pm$/);
    expect(time.title).to.match(/^31 Mar 2026, 11:30:05.pm UTC$/);
    expect(time.dateTime).to.equal('2026-03-31T23:30:05.000Z');
  });

  it('is shown as it is where it is none', async () => {
    const root = await fixture<HTMLElement>(html`<p></p>`);
    render([exactTime('soon', 'in a while', 'en'), ' ', dateTime('later', 'en'), ' ', dateText('never', 'en')], root);
    expect(root.textContent).to.equal('soon later never');
  });
});

describe('a countdown', () => {
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

  it('renders every second until it is over, and no longer', () =>
    stopClock(async (clock) => {
      const { host } = countingHost();
      const countdown = new CountdownController(host);
      expect(countdown.seconds).to.equal(undefined);
      countdown.start(inSeconds(3));
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

  it('counts nothing where there is no moment, a past one, or one that a wrong clock makes of it', () =>
    stopClock(async () => {
      const countdown = new CountdownController(countingHost().host);
      for (const moment of [undefined, 'soon', inSeconds(-1), inSeconds(86_400)]) {
        countdown.start(moment);
        expect(countdown.seconds).to.equal(undefined);
      }
    }));

  it('is over with the next start, also if that one counts nothing', () =>
    stopClock(async () => {
      const countdown = new CountdownController(countingHost().host);
      countdown.start(inSeconds(30));
      countdown.start(undefined);
      expect(countdown.seconds).to.equal(undefined);
      countdown.start(inSeconds(30));
      countdown.start(inSeconds(5));
      expect(countdown.seconds).to.equal(5);
    }));

  it("counts from the server's time, whatever the device's clock says", () =>
    stopClock(async () => {
      const countdown = new CountdownController(countingHost().host);
      countdown.start('2001-01-01T00:00:30Z', Date.parse('2001-01-01T00:00:00Z'));
      expect(countdown.seconds).to.equal(30);
    }));

  it('ends when its element is removed', () =>
    stopClock(async (clock) => {
      const { host, disconnect } = countingHost();
      const countdown = new CountdownController(host);
      countdown.start(inSeconds(30));
      disconnect();
      const { updates } = host;
      await clock.tickAsync(5000);
      expect([countdown.seconds, host.updates]).to.deep.equal([undefined, updates]);
    }));
});

describe('what is looked at every minute', () => {
  /** Hides the page, as another tab in front of it does, until the result is called. */
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

  it('waits while nobody sees the page, and goes on then', () =>
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

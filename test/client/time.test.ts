import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import { pause } from '../../src/client/failed-answer.lazy.js';
import { noteServerDate, serverNow } from '../../src/client/server-clock.js';
import { timeLimit, untilAbort, within } from '../../src/client/wait.js';
import { getCurrentUser } from '../../src/contract/all.js';
import { stopClock } from '../clock.js';
import { failureOf, json, network, never } from '../network.js';

describe('the clock of the server', () => {
  const note = (milliseconds: number) => noteServerDate(new Date(Date.now() + milliseconds).toUTCString());
  afterEach(() => note(0));

  it('counts where the clock of the device differs by a minute or more', () =>
    stopClock(async (clock) => {
      clock.setSystemTime(new Date('2026-03-01T12:00:00Z'));
      for (const difference of [3_600_000, -86_400_000, 60_000, -60_000]) {
        note(difference);
        expect(serverNow()).to.equal(Date.now() + difference);
      }
      for (const difference of [59_000, -59_000]) {
        note(difference);
        expect(serverNow()).to.equal(Date.now());
      }
    }));

  it('is read from the Date header of every answer', () =>
    stopClock(async (clock) => {
      clock.setSystemTime(new Date('2026-03-01T12:00:00Z'));
      const { fetch } = network(() => json(500, null, { Date: new Date(Date.now() + 3_600_000).toUTCString() }));
      await failureOf(createClient({ fetch }).call(getCurrentUser, {}));
      expect(serverNow()).to.equal(Date.now() + 3_600_000);
    }));

  it('stays as it was after an answer without a date that can be read', () =>
    stopClock(async (clock) => {
      clock.setSystemTime(new Date('2026-03-01T12:00:00Z'));
      note(3_600_000);
      for (const header of [null, '', 'yesterday']) noteServerDate(header);
      expect(serverNow()).to.equal(Date.now() + 3_600_000);
    }));
});

describe('waiting', () => {
  it('ends at once with the reason of a signal that is aborted already', async () => {
    const gone = new Error('gone');
    expect(await failureOf(untilAbort(never(), AbortSignal.abort(gone)))).to.equal(gone);
  });

  it('leaves no listener at a signal that lives on, whether the work succeeds or fails', async () => {
    const signal = new AbortController().signal;
    const listeners = new Set<unknown>();
    signal.addEventListener = (_: string, listener: unknown) => void listeners.add(listener);
    signal.removeEventListener = (type: string, listener: unknown) =>
      void (type === 'abort' && listeners.delete(listener));
    expect(await untilAbort(Promise.resolve('done'), signal)).to.equal('done');
    await failureOf(untilAbort(Promise.reject(new Error('failed')), signal));
    await pause(0, signal);
    expect(listeners.size).to.equal(0);
  });

  it('leaves no timer behind', () =>
    stopClock(async (clock) => {
      expect(await within(1000, undefined, () => 'done')).to.equal('done');
      expect(clock.countTimers()).to.equal(0);
      const late = failureOf(within(1000, undefined, never));
      await clock.tickAsync(1000);
      expect(await late).to.equal(timeLimit);
    }));
});

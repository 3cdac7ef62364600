import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import { type AgniError, isAbort } from '../../src/client/error.js';
import { createApiKey, getCurrentUser, listUsers } from '../../src/contract/all.js';
import { stopClock } from '../clock.js';
import { failureOf, network, never, ok, refused, unreachable } from '../network.js';
import { waitFor } from '../queries.js';

const me = { id: 'u1', email: 'ada@northwind.example', role: 'OWNER' };
const reach = (count: number, sent: readonly unknown[]) => waitFor(() => expect(sent).to.have.length(count));

describe('a time limit', () => {
  const timeOut = (answer: () => Response | Promise<Response>) =>
    stopClock(async (clock) => {
      const { fetch, sent } = network(answer);
      const failed = failureOf(createClient({ fetch, timeout: 4000 }).call(getCurrentUser, {}));
      await reach(1, sent);
      await clock.tickAsync(3999);
      expect(sent[0]?.signal.aborted).to.equal(false);
      await clock.tickAsync(1);
      expect(await failed).to.include({ status: 0, code: 'TIMEOUT', operation: 'getCurrentUser' });
      expect(sent[0]?.signal.aborted).to.equal(true);
      expect(sent).to.have.length(1);
    });

  it('ends an attempt whose headers never arrive (C04)', () => timeOut(never));

  it('covers the body, too (C05)', () =>
    timeOut(
      () => new Response(new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"succ')) })),
    ));

  it('is fifteen seconds by default (C04)', () =>
    stopClock(async (clock) => {
      for (const timeout of [undefined, Number.NaN, 0]) {
        const { fetch, sent } = network(never);
        const failed = failureOf(createClient({ fetch, timeout }).call(getCurrentUser, {}));
        await reach(1, sent);
        await clock.tickAsync(14_999);
        expect(sent[0]?.signal.aborted).to.equal(false);
        await clock.tickAsync(1);
        expect(await failed).to.include({ code: 'TIMEOUT' });
      }
    }));

  it('does not run while a read waits for its next attempt', () =>
    stopClock(async (clock) => {
      const { fetch, sent } = network((_, index) =>
        index ? ok(me) : refused(429, 'RATE_LIMITED', { 'Retry-After': '30' }),
      );
      const waits: number[] = [];
      const onWait = (milliseconds: number) => void waits.push(milliseconds);
      const reply = createClient({ fetch, timeout: 1000 }).call(getCurrentUser, {}, { onWait });
      await reach(1, waits);
      await clock.tickAsync(30_000);
      expect(await reply).to.include(me);
      expect(sent).to.have.length(2);
    }));
});

describe('an abort (C07)', () => {
  it('ends the request, and rejects with its reason', async () => {
    const { fetch, sent } = network(never);
    const aborting = new AbortController();
    const failed = failureOf(createClient({ fetch }).call(getCurrentUser, {}, { signal: aborting.signal }));
    await reach(1, sent);
    aborting.abort('no longer wanted');
    expect(await failed).to.equal('no longer wanted');
    expect(sent[0]?.signal.aborted).to.equal(true);
  });

  it('before the call sends nothing', async () => {
    const { fetch, sent } = network(() => ok(me));
    const failed = createClient({ fetch }).call(getCurrentUser, {}, { signal: AbortSignal.abort('early') });
    expect(await failureOf(failed)).to.equal('early');
    expect(sent).to.have.length(0);
  });

  it('does not wait for getToken, and sends nothing (D23)', async () => {
    const { fetch, sent } = network(() => ok(me));
    const aborting = new AbortController();
    const client = createClient({ fetch, getToken: never });
    const failed = failureOf(client.call(getCurrentUser, {}, { signal: aborting.signal }));
    aborting.abort('no longer wanted');
    expect(await failed).to.equal('no longer wanted');
    expect(sent).to.have.length(0);
  });

  it('ends the wait of a read for its next attempt', async () => {
    const { fetch, sent } = network(() => refused(429, 'RATE_LIMITED', { 'Retry-After': '30' }));
    const early = new AbortController();
    const call = { signal: early.signal, onWait: () => early.abort('no longer wanted') };
    expect(await failureOf(createClient({ fetch }).call(getCurrentUser, {}, call))).to.equal('no longer wanted');
    const late = new AbortController();
    const waits: number[] = [];
    const onWait = (milliseconds: number) => void waits.push(milliseconds);
    const failed = failureOf(createClient({ fetch }).call(getCurrentUser, {}, { signal: late.signal, onWait }));
    await reach(1, waits);
    late.abort('no longer wanted');
    expect(await failed).to.equal('no longer wanted');
    expect(sent).to.have.length(2);
  });

  it('of every call is what close() does', async () => {
    const { fetch, sent } = network(never);
    const client = createClient({ fetch });
    const failed = [client.call(getCurrentUser, {}), client.call(listUsers, {})].map(failureOf);
    await reach(2, sent);
    client.close();
    for (const error of await Promise.all(failed)) expect(error).to.include({ name: 'AbortError' });
  });
});

describe('isAbort', () => {
  it('is true for an abort only, not for other exceptions of the browser', () => {
    expect(isAbort(new DOMException('', 'AbortError'))).to.equal(true);
    expect(isAbort(new DOMException('', 'QuotaExceededError'))).to.equal(false);
  });
});

describe('a 429', () => {
  /** The milliseconds that a read waited before each attempt, and its failure. */
  async function waitsOf(retryAfter: (() => string) | undefined) {
    const waits: number[] = [];
    let failure: unknown;
    let tries = 0;
    await stopClock(async (clock) => {
      const header = (): Record<string, string> => (retryAfter ? { 'Retry-After': retryAfter() } : {});
      const { fetch, sent } = network(() => refused(429, 'RATE_LIMITED', header()));
      const onWait = (milliseconds: number) => void waits.push(milliseconds);
      const failed = failureOf(createClient({ fetch }).call(getCurrentUser, {}, { onWait }));
      for (const count of [1, 2]) {
        await reach(count, waits);
        const wait = Math.floor(waits[count - 1] ?? 0);
        await clock.tickAsync(wait - 1);
        expect(sent).to.have.length(count);
        await clock.tickAsync(1);
      }
      failure = await failed;
      tries = sent.length;
    });
    expect(tries).to.equal(3);
    expect(failure).to.include({ status: 429, code: 'RATE_LIMITED' });
    return { waits, failure: failure as AgniError };
  }

  const inSeconds = (seconds: number) => () => new Date(Date.now() + seconds * 1000).toUTCString();

  it('repeats a read after the seconds of Retry-After, three attempts in all (C25)', async () => {
    const { waits, failure } = await waitsOf(() => '7');
    expect(waits).to.deep.equal([7000, 7000]);
    expect(failure.retryAfter).to.equal(7);
  });

  it('repeats a read at the date of Retry-After (C25)', async () => {
    const withDigitsAround = () => inSeconds(20)().slice('Mon, '.length).replace('GMT', '+0000');
    for (const header of [inSeconds(20), withDigitsAround]) {
      for (const wait of (await waitsOf(header)).waits) expect(wait).to.be.within(19_000, 20_000);
    }
  });

  it('is waited out for a minute at most (C25)', async () => {
    for (const far of [() => '86400', () => '9'.repeat(400), inSeconds(86_400)]) {
      expect((await waitsOf(far)).waits).to.deep.equal([60_000, 60_000]);
    }
  });

  it('with a Retry-After in the past, or one that can not be read, is waited out like one without (C25)', async () => {
    for (const odd of [inSeconds(-600), () => 'soon', () => '-5', () => '1.5e', () => '']) {
      const [first = 0, second = 0] = (await waitsOf(odd)).waits;
      expect(first).to.be.within(1000, 1500);
      expect(second).to.be.within(2000, 3000);
    }
  });

  it('without Retry-After is waited out for longer each time, with jitter (C26)', async () => {
    const rounds: Awaited<ReturnType<typeof waitsOf>>[] = [];
    for (let round = 0; round < 5; round++) rounds.push(await waitsOf(undefined));
    const firsts = rounds.map(({ waits }) => waits[0] ?? 0);
    for (const { waits } of rounds) expect(waits[1]).to.be.greaterThan(waits[0] ?? 0);
    expect(new Set(firsts).size).to.be.greaterThan(1);
  });

  it('never repeats a write (C25)', async () => {
    const { fetch, sent } = network(() => refused(429, 'RATE_LIMITED', { 'Retry-After': '0' }));
    const error = await failureOf(createClient({ fetch }).call(createApiKey, { body: { name: 'staging' } }));
    expect(error).to.include({ code: 'RATE_LIMITED', retryAfter: 0 });
    expect(sent).to.have.length(1);
  });
});

describe('any other failure', () => {
  const failures: [string, () => Response | Promise<Response>][] = [
    ['no answer (C02)', unreachable],
    ['a 500', () => refused(500, 'INTERNAL_ERROR')],
    ['a 502', () => refused(502, 'BAD_GATEWAY')],
    ['a 503', () => refused(503, 'INTERNAL_ERROR', { 'Retry-After': '1' })],
    ['an unreadable answer', () => new Response('<h1>', { status: 200 })],
  ];
  for (const [name, answer] of failures) {
    it(`repeats neither a read nor a write: ${name}`, async () => {
      const { fetch, sent } = network(answer);
      const client = createClient({ fetch });
      await failureOf(client.call(createApiKey, { body: { name: 'staging' } }));
      expect(sent).to.have.length(1);
      await failureOf(client.call(getCurrentUser, {}));
      expect(sent).to.have.length(2);
    });
  }
});

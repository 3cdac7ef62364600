import { KeyedLock } from '../db/keyed-lock.js';
import { type AttemptCounterRow, attemptCounters } from '../db/tables.js';
import { HttpError, rateLimited } from '../http/http-error.js';
import type { Platform } from '../platform.js';

/** The first window of a counter in milliseconds. */
const minWindowMs = 15 * 60_000;

/** Repeated failures double the windows of an account up to this length, so that guessing slowly does not help. */
const maxWindowMs = 24 * 3_600_000;

/** Errors that say a guess was wrong; other errors are not counted. */
const wrongGuessCodes = ['INVALID_CREDENTIALS', 'INVALID_CODE'];

/** What is guessed: the password at sign-in, the password of a signed-in user, or a second factor. */
export type AttemptKind = 'login' | 'password' | 'code';

/** Failures in one window: for one account and kind, and from one address for all of them. */
const maxFailures = { account: 10, address: 100 };

interface Counter {
  readonly id: string;
  readonly limit: number;
  /** Whether every `limit` failures in a row double the window. */
  readonly isGrowing: boolean;
}

/** Limits failed attempts by account and by address. Counters are stored, so a restart does not reset them. */
export class AttemptLimiter {
  readonly #platform: Pick<Platform, 'store' | 'log'>;
  readonly #lock = new KeyedLock();
  /** Running attempts by the id of their address counter. */
  readonly #running = new Map<string, number>();

  constructor(platform: Pick<Platform, 'store' | 'log'>) {
    this.#platform = platform;
  }

  /**
   * Runs `attempt` and counts it if it throws the error of a wrong guess. Attempts at one account run one after another, and
   * an address never has more running attempts than remaining failures: parallel requests gain no extra guesses. Throws
   * 429 without running `attempt` where a limit is reached. A success resets the counter of the account, not of the address.
   */
  guard<Result>(
    kind: AttemptKind,
    { account, address, now }: { account: string; address: string; now: number },
    attempt: () => Promise<Result>,
  ): Promise<Result> {
    const byAccount = { id: `${kind}:${account.slice(0, 256)}`, limit: maxFailures.account, isGrowing: true };
    // A growing window would lock out an office that shares one address.
    const byAddress = { id: `address:${address}`, limit: maxFailures.address, isGrowing: false };
    return this.#lock.run(byAccount.id, async () => {
      const { isKnown } = await this.#requireRemaining(byAccount, now);
      const finish = await this.#startAttempt(byAddress, now);
      let isWrong = false;
      try {
        const result = await attempt();
        if (isKnown) await this.#platform.store.delete(attemptCounters, { id: byAccount.id });
        return result;
      } catch (error) {
        isWrong = error instanceof HttpError && wrongGuessCodes.includes(error.code);
        if (isWrong) await this.#count(byAccount, now);
        throw error;
      } finally {
        await finish(isWrong);
      }
    });
  }

  /** Reserves an attempt for an address. Returns the function that ends it and counts it if it was wrong. */
  async #startAttempt(counter: Counter, now: number): Promise<(isWrong: boolean) => Promise<void>> {
    const { id } = counter;
    const addRunning = (change: number) => {
      const running = (this.#running.get(id) ?? 0) + change;
      if (running) this.#running.set(id, running);
      else this.#running.delete(id);
    };
    await this.#lock.run(id, async () => {
      const { remaining } = await this.#requireRemaining(counter, now);
      if ((this.#running.get(id) ?? 0) >= remaining) throw rateLimited(1); // the running attempts have probably ended after a second
      addRunning(1);
    });
    return (isWrong) =>
      this.#lock
        .run(id, async () => {
          if (isWrong) await this.#count(counter, now);
        })
        .finally(() => addRunning(-1));
  }

  /** Whether the counter exists, and how many failures remain. Throws 429 if no failure remains. */
  async #requireRemaining(counter: Counter, now: number): Promise<{ isKnown: boolean; remaining: number }> {
    const known = await this.#platform.store.get(attemptCounters, counter.id);
    if (!known) return { isKnown: false, remaining: counter.limit };
    const waitMs = (await this.#windowStart(known, now)) + windowMs(known, counter) - now;
    if (waitMs <= 0) return { isKnown: true, remaining: counter.limit };
    if (known.count < counter.limit) return { isKnown: true, remaining: counter.limit - known.count };
    this.#platform.log({
      event: 'attempts_exhausted',
      kind: counter.id.split(':')[0],
      seconds: Math.ceil(waitMs / 1000),
    });
    throw rateLimited(waitMs / 1000);
  }

  /** Start of the window. Where the clock was set back, the window starts again, and keeps its count and length. */
  async #windowStart({ id, since }: AttemptCounterRow, now: number): Promise<number> {
    if (Date.parse(since) <= now) return Date.parse(since);
    await this.#platform.store.update(attemptCounters, { id, since }, { since: new Date(now).toISOString() });
    return now;
  }

  #count(counter: Counter, now: number): Promise<void> {
    const { id } = counter;
    return this.#platform.store.transaction(`attempts:${id}`, async (rows) => {
      const known = await rows.get(attemptCounters, id);
      const since = new Date(now).toISOString();
      if (!known) return rows.insert(attemptCounters, { id, count: 1, since, before: 0 });
      const isOpen = now < Date.parse(known.since) + windowMs(known, counter);
      const change = isOpen ? { count: known.count + 1 } : { count: 1, since, before: known.before + known.count };
      await rows.update(attemptCounters, { id }, change);
    });
  }
}

function windowMs({ before }: AttemptCounterRow, { limit, isGrowing }: Counter) {
  const doublings = isGrowing ? Math.floor(before / limit) : 0;
  return Math.min(maxWindowMs, minWindowMs * 2 ** doublings);
}

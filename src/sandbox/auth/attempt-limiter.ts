import { KeyedLock } from '../db/keyed-lock.js';
import { NotUniqueError } from '../db/store.js';
import { type AttemptCounterRow, attemptCounters } from '../db/tables.js';
import { HttpError, rateLimited } from '../http/http-error.js';
import type { Platform } from '../platform.js';

/** The first window of a counter in milliseconds. */
const minWindowMs = 15 * 60_000;

/** Repeated failures double the windows of an account up to this length, so that guessing slowly does not help. */
const maxWindowMs = 24 * 3_600_000;

/** Errors that say a guess was wrong; other errors are not counted. */
const wrongGuessCodes = ['INVALID_CREDENTIALS', 'INVALID_CODE'];

/** The secret that is guessed: the password at sign-in, the password of a signed-in user, or a second factor. */
export type AttemptKind = 'login' | 'password' | 'code';

/** Maximum failures in one window: per account and kind, and per address for all kinds together. */
const maxFailures = { account: 10, address: 100 };

interface Counter {
  readonly id: string;
  readonly limit: number;
  /** Whether every `limit` failures in a row double the window. */
  readonly isGrowing: boolean;
}

/**
 * Limits failed attempts by account and by address. Counters are stored, so the limits survive a restart and apply to
 * all processes on one database.
 */
export class AttemptLimiter {
  readonly #platform: Pick<Platform, 'store' | 'log'>;
  readonly #lock = new KeyedLock();
  /** Attempts under way in this process, with the id of their counter. */
  readonly #underWay = new Map<Promise<unknown>, string>();

  constructor(platform: Pick<Platform, 'store' | 'log'>) {
    this.#platform = platform;
  }

  /**
   * Runs `attempt`. Throws 429 without running it if a limit is reached. A success resets the counter of the account,
   * but not of the address. Attempts on one account run one at a time in each process, so parallel requests with the
   * right password do not reach the limit.
   */
  guard<Result>(
    kind: AttemptKind,
    { account, address, now }: { account: string; address: string; now: number },
    attempt: () => Promise<Result>,
  ): Promise<Result> {
    const byAccount = { id: `${kind}:${account.slice(0, 256)}`, limit: maxFailures.account, isGrowing: true };
    // A growing window would lock out an office that shares one address.
    const byAddress = { id: `address:${networkOf(address)}`, limit: maxFailures.address, isGrowing: false };
    return this.#lock.run(byAccount.id, () =>
      this.#count(byAccount, now, async () => {
        const result = await this.#count(byAddress, now, attempt);
        await this.#platform.store.delete(attemptCounters, { id: byAccount.id });
        return result;
      }),
    );
  }

  /**
   * Counts an attempt as a failure before it runs, and removes the failure afterwards unless the guess was wrong. So
   * parallel attempts gain no extra guesses, even in several processes. If running attempts of this process fill the
   * counter, a new attempt waits for one of them.
   */
  async #count<Result>(counter: Counter, now: number, attempt: () => Promise<Result>): Promise<Result> {
    const { running } = await this.#lock.run(`count ${counter.id}`, async () => {
      const since = await this.#reserve(counter, now);
      const running = this.#run(counter, since, attempt);
      const forget = () => this.#underWay.delete(running);
      this.#underWay.set(running, counter.id);
      running.then(forget, forget);
      return { running };
    });
    return running;
  }

  async #run<Result>(counter: Counter, since: string, attempt: () => Promise<Result>): Promise<Result> {
    let isWrong = false;
    try {
      return await attempt();
    } catch (error) {
      isWrong = error instanceof HttpError && wrongGuessCodes.includes(error.code);
      throw error;
    } finally {
      if (!isWrong) await this.#release(counter, since);
    }
  }

  /** Adds a failure; returns the start of its window. Throws 429 if the counter is full. */
  async #reserve({ id, limit, isGrowing }: Counter, now: number): Promise<string> {
    const { store, log } = this.#platform;
    for (;;) {
      const known = await store.get(attemptCounters, id);
      const time = new Date(now).toISOString();
      if (!known) {
        if (await this.#insert({ id, count: 1, since: time, before: 0 })) return time;
        continue;
      }
      // If the clock was set back, the window starts again, with the same count and length.
      const start = Math.min(Date.parse(known.since), now);
      const since = new Date(start).toISOString();
      const waitMs = start + windowMs(known, limit) - now;
      if (waitMs > 0 && known.count >= limit) {
        const others = [...this.#underWay].flatMap(([running, counted]) => (counted === id ? [running] : []));
        if (others.length) {
          await Promise.race(others).catch(() => undefined); // its caller handles the error
          continue;
        }
        if (since !== known.since) await store.update(attemptCounters, known, { since });
        log({ event: 'attempts_exhausted', kind: id.split(':')[0], seconds: Math.ceil(waitMs / 1000) });
        throw rateLimited(waitMs / 1000);
      }
      const before = isGrowing ? known.before + known.count : 0;
      const change = waitMs > 0 ? { count: known.count + 1, since } : { count: 1, since: time, before };
      if ((await store.update(attemptCounters, known, change)) > 0) return change.since; // else another process was first
    }
  }

  /** Removes a failure, unless its window has ended. */
  async #release({ id }: Counter, since: string): Promise<void> {
    const { store } = this.#platform;
    for (;;) {
      const known = await store.get(attemptCounters, id);
      if (known?.since !== since || known.count === 0) return;
      const count = known.count - 1;
      const isEmpty = count === 0 && known.before === 0;
      const changed = isEmpty
        ? await store.delete(attemptCounters, known)
        : await store.update(attemptCounters, known, { count });
      if (changed > 0) return;
    }
  }

  /** Inserts a counter; returns `false` if it exists already. */
  async #insert(row: AttemptCounterRow): Promise<boolean> {
    try {
      await this.#platform.store.insert(attemptCounters, row);
      return true;
    } catch (error) {
      if (error instanceof NotUniqueError) return false;
      throw error;
    }
  }
}

/** An IPv4 address as IPv6 (RFC 4291 section 2.5.5.2). */
const mappedIpv4 = /^(::|(0{1,4}:){5})ffff:/i;

/** The part of an address that its client cannot choose: the first 64 bits of IPv6 (RFC 4291 section 2.5.1). */
function networkOf(address: string): string {
  if (!address.includes(':') || mappedIpv4.test(address)) return address;
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}

function windowMs({ before }: AttemptCounterRow, limit: number) {
  return Math.min(maxWindowMs, minWindowMs * 2 ** Math.floor(before / limit));
}

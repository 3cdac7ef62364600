import { KeyedLock } from '../db/keyed-lock.js';
import type { Store } from '../db/store.js';
import { type AttemptsRow, attempts } from '../db/tables.js';
import { Refusal, rateLimited } from '../http/http-error.js';
import type { LogEntry } from '../http/log.js';

/** Milliseconds in which failures are counted together, at first. */
const shortestWindow = 15 * 60_000;

/** Failures in a row make the windows of an account longer, up to this; so guessing on patiently doesn't help. */
const longestWindow = 24 * 3_600_000;

/** Refusals that say a guess was wrong. Any other failure is none. */
const wrongGuesses = ['INVALID_CREDENTIALS', 'INVALID_CODE'];

/** What is guarded. */
export type Guarded = 'login' | 'password' | 'code';

/** Failures in one window: for one account and thing, and from one address for everything. */
const most = { account: 10, address: 100 };

/** One of the counters. */
interface Counter {
  readonly id: string;
  readonly limit: number;
  /** Whether every `limit` failures in a row double the window. */
  readonly isGrowing: boolean;
}

/** Counts failures at guessable things, across restarts. */
export class Attempts {
  readonly #store: Store;
  readonly #log: (entry: LogEntry) => void;
  readonly #lock = new KeyedLock();
  /** Attempts under way, by the address they come from. */
  readonly #underWay = new Map<string, number>();

  constructor(store: Store, log: (entry: LogEntry) => void) {
    this.#store = store;
    this.#log = log;
  }

  /**
   * Runs `attempt` and counts it if it's refused as a wrong guess. Many at once get no more tries than a patient guesser:
   * those of one account run one after another, and from one address no more are under way than may still fail there. Throws
   * 429 without trying where a limit is reached, or could be by what is under way. A success forgives what was counted for the account, but
   * nothing that was counted for the address.
   */
  guard<Result>(
    what: Guarded,
    { account, address, now }: { account: string; address: string; now: number },
    attempt: () => Promise<Result>,
  ): Promise<Result> {
    const ofAccount = { id: `${what}:${account.slice(0, 256)}`, limit: most.account, isGrowing: true };
    // Growing windows would shut out a whole office that shares an address.
    const ofAddress = { id: `address:${address}`, limit: most.address, isGrowing: false };
    return this.#lock.run(ofAccount.id, async () => {
      const { isKnown } = await this.#demandRoom(ofAccount, now);
      const leave = await this.#enter(ofAddress, now);
      let isWrong = false;
      try {
        const result = await attempt();
        if (isKnown) await this.#store.delete(attempts, { id: ofAccount.id });
        return result;
      } catch (error) {
        isWrong = error instanceof Refusal && wrongGuesses.includes(error.code);
        if (isWrong) await this.#count(ofAccount, now);
        throw error;
      } finally {
        await leave(isWrong);
      }
    });
  }

  /** Begins an attempt from an address. Answers how to end it, and say whether it was wrong. */
  async #enter(counter: Counter, now: number): Promise<(isWrong: boolean) => Promise<void>> {
    const { id } = counter;
    const add = (count: number) => {
      const underWay = (this.#underWay.get(id) ?? 0) + count;
      if (underWay) this.#underWay.set(id, underWay);
      else this.#underWay.delete(id);
    };
    await this.#lock.run(id, async () => {
      const { left } = await this.#demandRoom(counter, now);
      if ((this.#underWay.get(id) ?? 0) >= left) throw rateLimited(1); // by then it's clear how those ended
      add(1);
    });
    return (isWrong) =>
      this.#lock
        .run(id, async () => {
          if (isWrong) await this.#count(counter, now);
        })
        .finally(() => add(-1));
  }

  /** Whether anything is counted, and how much more may be. Throws 429 if that's nothing in this window. */
  async #demandRoom(counter: Counter, now: number): Promise<{ isKnown: boolean; left: number }> {
    const known = await this.#store.get(attempts, counter.id);
    if (!known) return { isKnown: false, left: counter.limit };
    const since = await this.#sinceOf(known, now);
    const rest = since + windowOf(known, counter) - now;
    if (rest <= 0) return { isKnown: true, left: counter.limit };
    if (known.count < counter.limit) return { isKnown: true, left: counter.limit - known.count };
    this.#log({ event: 'attempts_exhausted', guarded: counter.id.split(':')[0], seconds: Math.ceil(rest / 1000) });
    throw rateLimited(rest / 1000);
  }

  /** When the window began. Where the clock was set back since, it begins anew: neither forgotten nor longer than ever. */
  async #sinceOf({ id, since }: AttemptsRow, now: number): Promise<number> {
    if (Date.parse(since) <= now) return Date.parse(since);
    await this.#store.update(attempts, { id, since }, { since: new Date(now).toISOString() });
    return now;
  }

  #count(counter: Counter, now: number): Promise<void> {
    const { id } = counter;
    return this.#store.transaction(`attempts:${id}`, async (rows) => {
      const known = await rows.get(attempts, id);
      const since = new Date(now).toISOString();
      if (!known) return rows.insert(attempts, { id, count: 1, since, before: 0 });
      const isOpen = now < Date.parse(known.since) + windowOf(known, counter);
      const change = isOpen ? { count: known.count + 1 } : { count: 1, since, before: known.before + known.count };
      await rows.update(attempts, { id }, change);
    });
  }
}

/** Milliseconds a window is open. */
function windowOf({ before }: AttemptsRow, { limit, isGrowing }: Counter) {
  const doublings = isGrowing ? Math.floor(before / limit) : 0;
  return Math.min(longestWindow, shortestWindow * 2 ** doublings);
}

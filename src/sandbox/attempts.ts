import { KeyedLock } from './keyed-lock.js';
import { Refusal, rateLimited } from './refusal.js';
import type { Store } from './store.js';
import { attempts } from './tables.js';

/** Milliseconds in which failures are counted together. */
const windowLength = 15 * 60_000;

/** What is guarded, and how many failures it takes in one window. */
export interface Guard {
  /** Text that tells it from anything else, such as `login:` and an account. */
  readonly id: string;
  readonly limit: number;
}

/** Counts failures at guessable things, across restarts. */
export class Attempts {
  readonly #store: Store;
  readonly #lock = new KeyedLock();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Runs `attempt` and counts it if it's refused with 401. Those of one account run one after another, so that many at
   * once get no more tries than a patient guesser. Throws 429 without trying where a limit is reached. A success
   * forgives what was counted for the account, but nothing that was counted for the address.
   */
  guard<Result>(account: Guard, address: Guard, now: number, attempt: () => Promise<Result>): Promise<Result> {
    return this.#lock.run(account.id, async () => {
      const failures = await this.#failures(account, now);
      await this.#failures(address, now);
      try {
        const result = await attempt();
        if (failures > 0) await this.#store.delete(attempts, { id: account.id });
        return result;
      } catch (error) {
        if (error instanceof Refusal && error.status === 401) {
          await this.#count(account, now);
          await this.#count(address, now);
        }
        throw error;
      }
    });
  }

  /** How many there were in the current window. Throws 429 if that's as many as there may be. */
  async #failures({ id, limit }: Guard, now: number) {
    const known = await this.#store.get(attempts, id);
    if (!known || !isCurrent(known.since, now)) return 0;
    if (known.count >= limit) throw rateLimited((Date.parse(known.since) + windowLength - now) / 1000);
    return known.count;
  }

  #count({ id }: Guard, now: number): Promise<void> {
    return this.#store.transaction(`attempts:${id}`, async (rows) => {
      const known = await rows.get(attempts, id);
      const fresh = { id, count: 1, since: new Date(now).toISOString() };
      if (!known) await rows.insert(attempts, fresh);
      else if (isCurrent(known.since, now)) await rows.update(attempts, { id }, { count: known.count + 1 });
      else await rows.update(attempts, { id }, fresh);
    });
  }
}

/** Whether a window is still open; a clock that was set back must not keep it open for longer than its length. */
function isCurrent(since: string, now: number) {
  const age = now - Date.parse(since);
  return age >= 0 && age < windowLength;
}

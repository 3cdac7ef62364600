import { base64url, type Random, sha256 } from '../crypto/digest.js';
import type { Rows, Store } from '../db/store.js';
import { type ChallengeRow, challenges, users } from '../db/tables.js';
import { Refusal } from '../http/http-error.js';

/** Milliseconds in which a challenge can be answered. */
const lifetime = 5 * 60_000;

/** Wrong answers to one challenge; after them the password is asked for again. */
const mostFailures = 5;

/** Sign-ins that wait for their second factor. Each is good for one session, and dies with the password it was given for. */
export class Challenges {
  readonly #store: Store;
  readonly #random: Random;

  constructor(store: Store, random: Random) {
    this.#store = store;
    this.#random = random;
  }

  /** Asks for a second factor. `token` stands for the right password. */
  async ask(rows: Rows, userId: string, now: number): Promise<{ token: string; expiresAt: string }> {
    const token = base64url(this.#random(32));
    const created_at = new Date(now).toISOString();
    // What was never answered goes at the next sign-in.
    for (const old of await rows.find(challenges, { user_id: userId })) {
      if (!isOpen(old, now)) await rows.delete(challenges, { hash: old.hash });
    }
    await rows.insert(challenges, { hash: await sha256(token), user_id: userId, failures: 0, created_at });
    return { token, expiresAt: new Date(now + lifetime).toISOString() };
  }

  /** The challenge of a token, whether or not it can still be answered. */
  async find(token: string): Promise<ChallengeRow | undefined> {
    return this.#store.get(challenges, await sha256(token));
  }

  /** Notes a wrong answer. */
  async fail({ hash }: ChallengeRow): Promise<void> {
    await this.#store.transaction(`challenge:${hash}`, async (rows) => {
      const known = await rows.get(challenges, hash);
      if (known) await rows.update(challenges, { hash }, { failures: known.failures + 1 });
    });
  }

  /** Uses the challenge up. Throws 401 CHALLENGE_EXPIRED if somebody else was faster, or the password has changed. */
  async close(rows: Rows, { hash }: ChallengeRow): Promise<void> {
    if ((await rows.delete(challenges, { hash })) === 0) throw challengeExpired();
  }

  /** Which workspace a challenge belongs to. */
  async organizationOf(token: string): Promise<string | undefined> {
    const challenge = await this.find(token);
    const user = challenge && (await this.#store.get(users, challenge.user_id));
    return user?.organization_id;
  }
}

/** A clock that was set back makes no challenge last longer. */
function isOpen({ created_at, failures }: ChallengeRow, now: number) {
  return failures < mostFailures && Math.abs(now - Date.parse(created_at)) < lifetime;
}

/** Throws 401 CHALLENGE_EXPIRED for a challenge that can't be answered any more. */
export function demandOpen(challenge: ChallengeRow | undefined, now: number): asserts challenge is ChallengeRow {
  if (!challenge || !isOpen(challenge, now)) throw challengeExpired();
}

function challengeExpired(): Refusal {
  return new Refusal(401, 'CHALLENGE_EXPIRED', 'Sign in again');
}

import { base64url, sha256 } from '../crypto/digest.js';
import type { Rows } from '../db/store.js';
import { type ChallengeRow, challenges, users } from '../db/tables.js';
import { HttpError } from '../http/http-error.js';
import type { Platform } from '../platform.js';

/** Lifetime of a challenge in milliseconds. */
const lifetimeMs = 5 * 60_000;

/** Maximum answers to one challenge, counted before they are checked. Further answers need a new sign-in. */
const maxFailures = 5;

/** Two-factor challenges of sign-ins with the right password. Each opens one session. A password change deletes it. */
export class Challenges {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Creates a challenge within a transaction. Its token proves that the password was right. */
  async create(rows: Rows, userId: string, now: number): Promise<{ token: string; expiresAt: string }> {
    const token = base64url(this.#platform.random(32));
    const created_at = new Date(now).toISOString();
    for (const old of await rows.find(challenges, { user_id: userId })) {
      if (!isOpen(old, now)) await rows.delete(challenges, { hash: old.hash });
    }
    await rows.insert(challenges, { hash: await sha256(token), user_id: userId, failures: 0, created_at });
    return { token, expiresAt: new Date(now + lifetimeMs).toISOString() };
  }

  /** The challenge of a token, open or not. */
  async find(token: string): Promise<ChallengeRow | undefined> {
    return this.#platform.store.get(challenges, await sha256(token));
  }

  /** Counts an answer before it is checked; throws 401 CHALLENGE_EXPIRED unless the challenge is open. */
  async countAnswer({ hash }: ChallengeRow, now: number): Promise<void> {
    await this.#platform.store.transaction(`challenge:${hash}`, async (rows) => {
      const known = await rows.get(challenges, hash);
      requireOpenChallenge(known, now);
      await rows.update(challenges, { hash }, { failures: known.failures + 1 });
    });
  }

  /** Deletes a used challenge. Throws 401 CHALLENGE_EXPIRED if another request or a password change did so first. */
  async consume(rows: Rows, { hash }: ChallengeRow): Promise<void> {
    if ((await rows.delete(challenges, { hash })) === 0) throw challengeExpired();
  }

  /** The organization of a challenge token. */
  async organizationOf(token: string): Promise<string | undefined> {
    const challenge = await this.find(token);
    const user = challenge && (await this.#platform.store.get(users, challenge.user_id));
    return user?.organization_id;
  }
}

/** Absolute age, so that setting the clock back does not extend a challenge. */
function isOpen({ created_at, failures }: ChallengeRow, now: number) {
  return failures < maxFailures && Math.abs(now - Date.parse(created_at)) < lifetimeMs;
}

/** Throws 401 CHALLENGE_EXPIRED for an unknown, expired or exhausted challenge. */
export function requireOpenChallenge(
  challenge: ChallengeRow | undefined,
  now: number,
): asserts challenge is ChallengeRow {
  if (!challenge || !isOpen(challenge, now)) throw challengeExpired();
}

function challengeExpired(): HttpError {
  return new HttpError(401, 'CHALLENGE_EXPIRED', 'The sign-in has expired. Sign in again.');
}

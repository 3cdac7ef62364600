import { type RandomBytes, randomLetters } from '../crypto/digest.js';
import type { Platform } from '../platform.js';

/** Letters and digits without i, l, o, 0 and 1, which look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Milliseconds for which the password of a failed mail is kept. */
const retryWindowMs = 15 * 60_000;

const maxUnsent = 1000;

/** A password for the first sign-in, and the id of the mail that contains it. */
export interface TemporaryPassword {
  readonly password: string;
  readonly hash: string;
  readonly mailId: string;
}

/**
 * Generates temporary passwords. The password of a failed mail is kept in memory for a while, so that the next attempt
 * sends the same one.
 */
export class TemporaryPasswords {
  readonly #platform: Platform;
  readonly #unsent = new Map<string, TemporaryPassword & { readonly until: number }>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** The password of the recipient's failed mail, else a new one. */
  async for(recipient: string): Promise<TemporaryPassword> {
    const { passwordHasher, random, newId } = this.#platform;
    this.forgetExpired();
    const unsent = this.#unsent.get(recipient);
    if (unsent) return unsent;
    const password = generateTemporaryPassword(random);
    return { password, hash: await passwordHasher.hash(password), mailId: newId() };
  }

  /** Keeps a password for the next attempt. */
  keep(recipient: string, secret: TemporaryPassword): void {
    const [oldest] = this.#unsent.keys();
    if (this.#unsent.size >= maxUnsent && oldest !== undefined) this.#unsent.delete(oldest);
    this.#unsent.set(recipient, { ...secret, until: this.#platform.now() + retryWindowMs });
  }

  /** Forgets the passwords whose mail is not sent again. */
  forgetExpired(): void {
    const now = this.#platform.now();
    for (const [recipient, { until }] of this.#unsent) if (until <= now) this.#unsent.delete(recipient);
  }

  /** Call this once the mail was sent or the password became invalid. */
  forget(recipient: string): void {
    this.#unsent.delete(recipient);
  }
}

/** A password of 79 random bits, in groups that can be read aloud. */
function generateTemporaryPassword(random: RandomBytes): string {
  return Array.from({ length: 4 }, () => randomLetters(random, 4, alphabet)).join('-');
}

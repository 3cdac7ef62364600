import type { Random } from '../crypto/digest.js';
import type { PasswordHasher } from '../crypto/password-hasher.js';

/** Letters and digits that nobody takes for one another: no i, l, o, 0 or 1. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

const groups = 4;
const groupLength = 4;

/** Milliseconds for which a password is kept whose mail failed. */
const retryWindow = 15 * 60_000;

/** Passwords kept so at most. */
const mostUnsent = 1000;

/** A password for the first sign-in, and the mail that brings it. */
export interface TemporaryPassword {
  readonly password: string;
  readonly hash: string;
  readonly mailId: string;
}

/**
 * Makes temporary passwords. Those whose mail failed are kept for a while, in memory alone, so that the next try brings
 * the same one.
 */
export class TemporaryPasswords {
  readonly #hasher: PasswordHasher;
  readonly #random: Random;
  readonly #now: () => number;
  readonly #newId: () => string;
  readonly #unsent = new Map<string, TemporaryPassword & { readonly until: number }>();

  constructor(ports: { hasher: PasswordHasher; random: Random; now: () => number; newId: () => string }) {
    this.#hasher = ports.hasher;
    this.#random = ports.random;
    this.#now = ports.now;
    this.#newId = ports.newId;
  }

  /** The one whose mail to this person has just failed, or else a new one. */
  async for(person: string): Promise<TemporaryPassword> {
    const unsent = this.#unsent.get(person);
    if (unsent && unsent.until > this.#now()) return unsent;
    const password = newTemporaryPassword(this.#random);
    return { password, hash: await this.#hasher.hash(password), mailId: this.#newId() };
  }

  /** Keeps one for the next try. */
  keep(person: string, secret: TemporaryPassword): void {
    const [oldest] = this.#unsent.keys();
    if (this.#unsent.size >= mostUnsent && oldest !== undefined) this.#unsent.delete(oldest);
    this.#unsent.set(person, { ...secret, until: this.#now() + retryWindow });
  }

  /** Its mail went out, or it's good for nothing any more. */
  forget(person: string): void {
    this.#unsent.delete(person);
  }
}

/** A password of 79 random bits, in groups that can be read out. */
export function newTemporaryPassword(random: Random): string {
  const letters: string[] = [];
  while (letters.length < groups * groupLength) {
    const letter = alphabet[(random(1)[0] ?? 0) & 31]; // of the 32 values one has no letter, and is drawn again
    if (letter !== undefined) letters.push(letter);
  }
  const groupOf = (index: number) => letters.slice(index * groupLength, (index + 1) * groupLength).join('');
  return Array.from({ length: groups }, (_, index) => groupOf(index)).join('-');
}

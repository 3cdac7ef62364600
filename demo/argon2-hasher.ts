import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '../src/sandbox/password-hasher.js';
import { Refusal } from '../src/sandbox/refusal.js';

/** OWASP's figures for argon2id, which is this library's default, with 19 MiB. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes under way at once: one, so that the other core goes on answering. */
const atOnce = 1;

/** Hashes that may wait; at about 140 a second nobody waits longer than a second. */
const mostWaiting = 128;

/** argon2id on threads of its own. With too much to do it throws a 503 rather than letting everybody wait. */
export function argon2Hasher(): PasswordHasher {
  let running = 0;
  const waiting: (() => void)[] = [];

  const inTurn = async <Result>(work: () => Promise<Result>) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) {
        throw new Refusal(503, 'SERVICE_UNAVAILABLE', 'Too many sign-ins at once', { headers: { 'Retry-After': '2' } });
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };

  return {
    hash: (password) => inTurn(() => hash(password, cost)),
    verify: (hashed, password) => inTurn(() => verify(hashed, password)),
  };
}

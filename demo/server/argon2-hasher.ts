import { hash, verify } from '@node-rs/argon2';
import { Turns } from '../../src/sandbox/crypto/concurrency-limiter.js';
import type { PasswordHasher } from '../../src/sandbox/crypto/password-hasher.js';
import { Refusal } from '../../src/sandbox/http/http-error.js';

/** OWASP's figures for argon2id, which is this library's default, with 19 MiB. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One at once, so that the other core goes on answering; at about 140 a second nobody waits longer than a second. */
const limits = { atOnce: 1, mostWaiting: 128 };

/** argon2id on threads of its own. With too much to do it throws a 503 rather than letting everybody wait. */
export function argon2Hasher(): PasswordHasher {
  const turns = new Turns(limits);
  const tooMany = () =>
    new Refusal(503, 'SERVICE_UNAVAILABLE', 'Too many sign-ins at once', { headers: { 'Retry-After': '2' } });
  return {
    hash: (password) => turns.run(() => hash(password, cost), tooMany),
    verify: (hashed, password) => turns.run(() => verify(hashed, password), tooMany),
  };
}

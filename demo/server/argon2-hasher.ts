import { hash, type Options, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '../../src/sandbox/crypto/password-hasher.js';
import { ConcurrencyLimiter } from '../../src/sandbox/http/concurrency-limiter.js';
import { HttpError } from '../../src/sandbox/http/http-error.js';

/** OWASP's recommendation for argon2id: 19 MiB, two iterations, one thread. */
const owaspCost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One hash at a time leaves another core for requests. At about 140 hashes a second, a full queue takes one second. */
const limits = { maxConcurrent: 1, maxQueued: 128 };

/** Hashes with argon2id in worker threads. Throws 503 if the queue is full. */
export function argon2Hasher(cost = owaspCost): PasswordHasher {
  const limiter = new ConcurrencyLimiter(limits);
  const overloaded = () =>
    new HttpError(503, 'SERVICE_UNAVAILABLE', 'Too many sign-ins at once. Try again in a moment.', {
      headers: { 'Retry-After': '2' },
    });
  return {
    hash: (password) => limiter.run(() => hash(password, cost), overloaded),
    verify: (hashed, password) => limiter.run(() => verify(hashed, password), overloaded),
  };
}

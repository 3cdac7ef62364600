import { refreshSession } from '../contract/renewal.js';
import { failureOf } from './answer.js';
import type { Transport } from './transport.js';
import { parseRetryAfter } from './wait.js';

/** Renews the session of cookie mode. Throws what the server answers if it refuses. */
export async function renewSession(transport: Transport): Promise<void> {
  const renew = () => transport.send(transport.prepare(refreshSession, { body: {} }));
  // Other tabs share the cookies, so two must not renew at the same time. Locks need a secure context.
  const locks = globalThis.navigator?.locks;
  const answer = await (locks ? locks.request(`agni-settings ${transport.address('').href}`, renew) : renew());
  if (!answer.response.ok) throw failureOf(refreshSession, answer);
}

/**
 * Milliseconds to wait after `attempts` attempts: the server's `Retry-After` (seconds or a date, at most a minute),
 * else 1 s, doubled each time, with jitter (docs/contract.md 3.5).
 */
export function retryDelay(retryAfter: string | null, attempts: number): number {
  const seconds = parseRetryAfter(retryAfter);
  return seconds ? Math.min(seconds * 1000, 60_000) : 1000 * 2 ** (attempts - 1) * (1 + Math.random() / 2);
}

/** Resolves after `milliseconds`; rejects with the signal's reason if that aborts first. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop);
  });
}

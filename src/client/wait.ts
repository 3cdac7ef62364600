import { serverNow } from './server-clock.js';

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

/** The reason that a time limit aborts with. Distinguishes it from an abort by the caller. */
export const timeLimit = Symbol('time limit');

/**
 * Settles as `work` does, or rejects with the signal's reason as soon as that aborts; `work` goes on. The listener is
 * removed afterwards: a signal that lives as long as the page would otherwise keep what was sent, passwords included.
 */
export function untilAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/**
 * Runs `work` with a signal that aborts with {@link timeLimit} after `milliseconds`, or as `outer` does. Rejects then
 * even if `work` ignores the signal.
 */
export async function within<T>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T> | T,
): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(timeLimit), milliseconds);
  const signal = outer ? AbortSignal.any([outer, limit.signal]) : limit.signal;
  try {
    signal.throwIfAborted();
    return await untilAbort(Promise.resolve(work(signal)), signal);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Milliseconds to wait after `attempts` attempts: the server's `Retry-After` (seconds or a date, at most a minute),
 * else 1 s, doubled each time, with jitter (docs/contract.md 3.5).
 */
export function retryDelay(retryAfter: string | null, attempts: number): number {
  const seconds = parseRetryAfter(retryAfter);
  return seconds ? Math.min(seconds * 1000, 60_000) : 1000 * 2 ** (attempts - 1) * (1 + Math.random() / 2);
}

/** Seconds that a `Retry-After` header asks to wait; `undefined` if it is missing or can't be read. */
export function parseRetryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - serverNow()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

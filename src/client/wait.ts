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

/** The reason a time limit aborts with, so that it can be told from a caller's own abort. */
export const timeLimit = Symbol('time limit');

/**
 * Runs `work` under a signal that aborts with {@link timeLimit} after `milliseconds`, or as `outer` does. The limit
 * holds even where `work` ignores the signal. Nothing goes on listening afterwards: a signal that lives as long as the
 * page would keep what was sent, passwords among it.
 */
export async function within<T>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T> | T,
): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(timeLimit), milliseconds);
  const signal = outer ? AbortSignal.any([outer, limit.signal]) : limit.signal;
  let stop = (): void => undefined;
  try {
    signal.throwIfAborted();
    return await new Promise<T>((resolve, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop);
      Promise.resolve(work(signal)).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Milliseconds to wait before try number `tries` + 1: the server's `Retry-After` (seconds or a date to come, at most a
 * minute), else 1 s doubled each time, with jitter (docs/contract.md 3.5).
 */
export function retryDelay(retryAfter: string | null, tries: number): number {
  const asked = parseRetryAfter(retryAfter);
  return asked ? Math.min(asked * 1000, 60_000) : 1000 * 2 ** (tries - 1) * (1 + Math.random() / 2);
}

/** Seconds that a `Retry-After` header asks to wait; `undefined` where it's missing or makes no sense. */
export function parseRetryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

/** The abort reason of a time limit, which distinguishes it from an abort by the caller. */
export const timeLimit = Symbol('time limit');

/**
 * Settles as `work` does, or rejects with the signal's reason as soon as the signal aborts; `work` continues. The
 * listener is removed afterwards: otherwise a long-lived signal would keep request bodies, with passwords, in memory.
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
 * Runs `work` with a signal that aborts with {@link timeLimit} after `milliseconds`, or when `outer` aborts. Rejects on
 * abort even if `work` ignores the signal.
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

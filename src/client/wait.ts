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

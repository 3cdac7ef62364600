import type { AgniError } from '../../client/error.js';

/** Whole minutes to wait after a rate limit before the next request; `undefined` for any other error. */
export function minutesToWait({ code, retryAfter }: AgniError): number | undefined {
  return code === 'RATE_LIMITED' && retryAfter ? Math.ceil(retryAfter / 60) : undefined;
}

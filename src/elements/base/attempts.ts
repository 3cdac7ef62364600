import type { AgniError } from '../../client/error.js';

/** Whole minutes after which a server that was asked too often may be asked again; `undefined` for any other error. */
export function minutesToWait({ code, retryAfter }: AgniError): number | undefined {
  return code === 'RATE_LIMITED' && retryAfter ? Math.ceil(retryAfter / 60) : undefined;
}

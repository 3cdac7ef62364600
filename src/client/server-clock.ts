/** Smaller differences of the clocks are ignored: a `Date` header has whole seconds, and an answer takes time. */
const toleranceMs = 60_000;

/** Milliseconds that servers are ahead of the device's clock. One value for all: the wrong clock is the device's. */
let offset = 0;

/** Stores the offset of the server's clock, from the `Date` header of an answer (RFC 9110 section 6.6.1). */
export function noteServerDate(header: string | null): void {
  const difference = Date.parse(header ?? '') - Date.now();
  if (!Number.isNaN(difference)) offset = Math.abs(difference) < toleranceMs ? 0 : difference;
}

/**
 * The current time in milliseconds since 1970, by the server's clock if an answer had a `Date` header. Use this time to
 * compare with times from the server and to compute future times: the device's clock can be wrong by days.
 */
export function serverNow(): number {
  return Date.now() + offset;
}

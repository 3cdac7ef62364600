/** A clock that differs by less is right: a `Date` header has whole seconds, and an answer takes time. */
const toleranceMs = 60_000;

/** How far the servers' clocks are ahead of this device's. One value for the page: it is the device that is wrong. */
let offset = 0;

/** Notes the time of the server, from the `Date` header of an answer (RFC 9110 section 6.6.1). */
export function noteServerDate(header: string | null): void {
  const difference = Date.parse(header ?? '') - Date.now();
  if (!Number.isNaN(difference)) offset = Math.abs(difference) < toleranceMs ? 0 : difference;
}

/**
 * The time in milliseconds since 1970, by the server's clock where an answer has told it: what a moment of the server's
 * is compared with, and what a moment to come is counted from. The clock of a device can be wrong by days.
 */
export function serverNow(): number {
  return Date.now() + offset;
}

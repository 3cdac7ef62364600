import { serverNow } from '../../client/server-clock.js';

/** Lifetimes of a new key: a number of days, until a chosen date, or without end. */
export const lifetimes = ['7', '30', '60', '90', '365', 'date', 'never'] as const;

/**
 * When a key expires: `null` for never, `undefined` if the chosen date is invalid. Days count from the server's current
 * time; a date means the end of that day in the user's time zone.
 */
export function expiryOf(lifetime: string, date: string, now = serverNow()): Date | null | undefined {
  if (lifetime === 'never') return null;
  if (lifetime === 'date') {
    const end = new Date(`${date}T23:59:59`);
    return Number.isNaN(end.getTime()) || end.getFullYear() > 9999 ? undefined : end;
  }
  const end = new Date(now);
  if (lifetime === '365') end.setFullYear(end.getFullYear() + 1);
  else end.setDate(end.getDate() + Number(lifetime));
  return end;
}

/** The first day that can be chosen: tomorrow in the user's time zone, in the format of a date field. */
export function tomorrow(now = serverNow()): string {
  const today = new Date(now);
  // The date of a field has no time zone, so the local date is formatted as if it were in UTC.
  const day = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + 1);
  return new Date(day).toISOString().slice(0, 10);
}

import { serverNow } from '../../client/server-clock.js';

/** How long a new key works: days, a date that is chosen, or without an end. */
export const lifetimes = ['7', '30', '60', '90', '365', 'date', 'never'] as const;

/**
 * When a key expires: `null` for never, `undefined` where the chosen date is none. Days count from the server's present
 * time; a date means the end of that day in the reader's zone.
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

/** The first day that can be chosen, as a date field has it: tomorrow, in the reader's zone. */
export function tomorrow(now = serverNow()): string {
  const today = new Date(now);
  // A field's date has no zone: what is local here is written down as if it were UTC.
  const day = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + 1);
  return new Date(day).toISOString().slice(0, 10);
}

/** How long a new key works: days, a date that is chosen, or for ever. */
export const lifetimes = ['7', '30', '60', '90', '365', 'date', 'never'] as const;
export type Lifetime = (typeof lifetimes)[number];

export const defaultLifetime: Lifetime = '90';

/**
 * When a key ends: `null` for never, `undefined` where the chosen date isn't one. A date means the end of that day in
 * the reader's zone.
 */
export function expiryOf(lifetime: string, date: string, now = new Date()): Date | null | undefined {
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
export function tomorrow(now = new Date()): string {
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate() + 1];
  // A field's date has no zone: what is local here is written down as if it were UTC.
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

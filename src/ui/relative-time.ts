import { html } from 'lit';
import { formatter } from '../locales/formatter.js';

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
];

/** How long before `now` a moment was, in minutes at the finest; never in the future, where two clocks differ. */
export function agoText(moment: string, lang: string, now: number): string {
  let amount = Math.max(0, now - Date.parse(moment)) / 60_000;
  if (Number.isNaN(amount)) return moment;
  // "now" rather than "in 0 minutes", but "1 month ago" rather than "last month", which may be yesterday.
  const format = formatter(Intl.RelativeTimeFormat, lang, { numeric: amount < 1 ? 'auto' : 'always' });
  if (amount < 1) return format.format(0, 'second');
  for (const [unit, most] of steps) {
    if (amount < most) return format.format(-Math.floor(amount), unit);
    amount /= most;
  }
  return moment;
}

/** A moment in words, with its exact time in UTC on hover and on keyboard focus; the raw text where it isn't one. */
export function exactTime(moment: string, text: string, lang: string) {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const exact = formatter(Intl.DateTimeFormat, lang, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
  return html`<time datetime=${date.toISOString()} title="${exact.format(date)} UTC" tabindex="0">${text}</time>`;
}

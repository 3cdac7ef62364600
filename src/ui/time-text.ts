import { formatter } from '../locales/formatter.js';

/** The text of a date, for places without elements. A text that is no moment is returned as it is. */
export function dateText(moment: string, lang: string): string {
  return formatMoment(moment, lang, { dateStyle: 'medium' });
}

/** The text of a date with its time, for places without elements. A text that is no moment is returned as it is. */
export function dateTimeText(moment: string, lang: string): string {
  return formatMoment(moment, lang, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A moment (ISO 8601) in a language. A text that is no moment is returned as it is. */
export function formatMoment(moment: string, lang: string, options: Intl.DateTimeFormatOptions): string {
  const instant = new Date(moment);
  return Number.isNaN(+instant) ? moment : formatter(Intl.DateTimeFormat, lang, options).format(instant);
}

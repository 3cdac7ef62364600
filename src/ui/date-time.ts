import { formatter } from '../locales/formatter.js';
import { exactTime } from './relative-time.js';

/** A moment by the reader's own clock and language, with its exact time in UTC; the raw text where it isn't one. */
export function dateTime(moment: string, lang: string) {
  return exactTime(moment, dateTimeText(moment, lang), lang);
}

/** The same without its exact time, for where only text can stand. */
export function dateTimeText(moment: string, lang: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return formatter(Intl.DateTimeFormat, lang, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

import { formatter } from '../locales/formatter.js';

/** A date in the reader's language; the raw text where it isn't one. */
export function dateText(moment: string, lang: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime())
    ? moment
    : formatter(Intl.DateTimeFormat, lang, { dateStyle: 'medium' }).format(date);
}

import { formatter } from '../locales/formatter.js';
import { bidiIsolate } from './bidi-isolate.js';

/**
 * Items in one line, with the separators of a language. With `continues`, words such as "and 3 more" follow, so the
 * last item is joined like all others.
 */
export function listText<Item>(items: readonly Item[], lang: string, continues = false): (Item | string)[] {
  const places = [...items, ...(continues ? [0, 0] : [])].map((_, index) => `${index}`);
  return formatter(Intl.ListFormat, lang, { style: 'narrow' })
    .formatToParts(places)
    .slice(0, Math.max(0, 2 * items.length - 1))
    .map(({ type, value }) => (type === 'element' ? (items[Number(value)] as Item) : value));
}

/** Names in one line, each isolated from the text around it. */
export function nameList(names: readonly string[], lang: string) {
  return listText(names.map(bidiIsolate), lang);
}

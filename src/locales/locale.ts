import { formatter } from './formatter.js';

/** A text, or its plural forms by the language's own categories; `{name}` marks a place to fill in. */
export type Phrase = string | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** The words of one pane in one language, by key. */
export type Words = Readonly<Record<string, Phrase>>;

/** What may fill a place: `count` also chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * Speaks one language with the words of one table. Words are looked up as `<prefix>.<key>`: first in the host's
 * messages, then in the language pack, then in the English table, so that no key is ever shown raw.
 */
export class Locale<Table extends Words> {
  readonly lang: string;
  readonly #table: Table;
  readonly #prefix: string;
  readonly #asked: string;
  readonly #messages: Words | undefined;

  /** `lang` may be anything a page has in its `lang` attribute. */
  constructor(prefix: string, table: Table, lang: string, messages?: Words) {
    this.#prefix = prefix;
    this.#table = table;
    this.#asked = lang;
    this.#messages = messages;
    this.lang = isLanguage(lang) ? lang : 'en';
  }

  /** Whether it's the locale for this language and these messages already. */
  isFor(lang: string, messages: Words | undefined): boolean {
    return lang === this.#asked && messages === this.#messages;
  }

  /** The same language and messages with more words of the same pane, for a part of it that is loaded on demand. */
  sibling<Other extends Words>(table: Other): Locale<Other> {
    return new Locale(this.#prefix, table, this.#asked, this.#messages);
  }

  /** The words of a key, with its places filled in. */
  readonly t = (key: keyof Table & string, values: Values = {}): string =>
    this.fill(key, values)
      .map((part) => (typeof part === 'number' ? part.toLocaleString(this.lang) : part))
      .join('');

  /** The same in pieces, so that a place can hold markup. */
  readonly fill = <Value>(key: keyof Table & string, values: Readonly<Record<string, Value>>): (string | Value)[] => {
    const phrase = this.#phrase(key);
    const { count } = values;
    const text =
      typeof phrase === 'string'
        ? phrase
        : (phrase[formatter(Intl.PluralRules, this.lang).select(Number(count))] ?? phrase.other);
    return text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? (values[piece] ?? '') : piece));
  };

  /** Whether there are words for a key that was made up at run time, such as one of an error code. */
  has(key: string): key is keyof Table & string {
    return Object.hasOwn(this.#messages ?? {}, `${this.#prefix}.${key}`) || Object.hasOwn(this.#table, key);
  }

  #phrase(key: string): Phrase {
    const name = `${this.#prefix}.${key}`;
    const own = this.#messages && Object.hasOwn(this.#messages, name) ? this.#messages[name] : undefined;
    return own ?? this.#table[key] ?? key;
  }
}

function isLanguage(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length > 0;
  } catch {
    return false; // a host may write anything into `lang`
  }
}

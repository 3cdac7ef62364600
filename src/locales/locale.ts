import { formatter } from './formatter.js';

/** A text, or its plural forms by the language's own categories; `{name}` marks a place to fill in. */
export type Phrase = string | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** The words of one element in one language, by key. */
export type Words = Readonly<Record<string, Phrase>>;

/** What may fill a place: `count` also chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/** Language of the words that the kit brings along. */
const tableLang = 'en';

/**
 * The words of one table. A word is looked up as `<prefix>.<key>`: first in the host's messages, then in the table, so
 * that no key is ever shown raw.
 */
export class Locale<Table extends Words> {
  /** Language of the words, for `lang` attributes and for the dates and numbers in sentences. */
  readonly lang: string;
  /** Language of the page or the host's choice, for sorting and upper-casing the reader's own data. */
  readonly readerLang: string;
  readonly #table: Table;
  readonly #prefix: string;
  readonly #requested: string;
  readonly #messages: Words | undefined;
  readonly #siblings = new Map<Words, unknown>();

  /** `lang` may be anything that a page has in its `lang` attribute. */
  constructor(prefix: string, table: Table, lang: string, messages?: Words) {
    this.#prefix = prefix;
    this.#table = table;
    this.#requested = lang;
    this.#messages = messages;
    const language = languageOf(lang);
    this.readerLang = language ? lang : tableLang;
    this.lang = language === tableLang || this.#isMostlyTranslated ? this.readerLang : tableLang;
  }

  /** Whether this is the locale for a language and messages. */
  isFor(lang: string, messages: Words | undefined): boolean {
    return lang === this.#requested && messages === this.#messages;
  }

  /** The same language and messages with another table: of the same element, or of the one with the prefix. */
  sibling<Other extends Words>(table: Other, prefix = this.#prefix): Locale<Other> {
    const known = this.#siblings.get(table) ?? new Locale(prefix, table, this.#requested, this.#messages);
    this.#siblings.set(table, known);
    return known as Locale<Other>;
  }

  /** The words of a key, with its places filled in. */
  readonly t = (key: keyof Table & string, values: Values = {}): string =>
    this.fill(key, values)
      .map((part) => (typeof part === 'number' ? part.toLocaleString(this.lang) : part))
      .join('');

  /** The same in pieces, so that a place can hold markup. */
  readonly fill = <Value>(key: keyof Table & string, values: Readonly<Record<string, Value>>): (string | Value)[] => {
    const own = this.#message(key);
    const phrase = own ?? this.#table[key] ?? key;
    const plurals = () => formatter(Intl.PluralRules, own ? this.readerLang : this.lang);
    const text = typeof phrase === 'string' ? phrase : (phrase[plurals().select(Number(values.count))] ?? phrase.other);
    return text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? (values[piece] ?? '') : piece));
  };

  /** The words of a key that is only known at run time, such as that of an error code; `undefined` if there are none. */
  find(key: string, values?: Values): string | undefined {
    return this.has(key) ? this.t(key, values) : undefined;
  }

  /** Whether there are words for a key that is only known at run time, such as that of an error code. */
  has(key: string): key is keyof Table & string {
    return this.#message(key) !== undefined || Object.hasOwn(this.#table, key);
  }

  get #isMostlyTranslated(): boolean {
    const keys = this.#messages ? Object.keys(this.#table) : [];
    return keys.filter((key) => this.#message(key)).length > keys.length / 2;
  }

  /** The host's own words for a key. */
  #message(key: string): Phrase | undefined {
    const name = `${this.#prefix}.${key}`;
    return this.#messages && Object.hasOwn(this.#messages, name) ? this.#messages[name] : undefined;
  }
}

/** The language of a tag without its region; `undefined` for what is no tag, since a page may set any `lang`. */
function languageOf(lang: string): string | undefined {
  try {
    return new Intl.Locale(lang).language;
  } catch {
    return undefined;
  }
}

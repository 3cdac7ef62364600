import { formatter } from './formatter.js';
import { findLanguage, languages, scriptOf } from './languages.js';

/** A text, or its plural forms by the language's own categories; `{name}` is a placeholder. */
export type Phrase = string | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** The words of one element in one language, by key. */
export type Words = Readonly<Record<string, Phrase>>;

/** A host's words by key, or by language and key; keys contain a dot, language tags don't. */
type OwnWords = Readonly<Record<string, Phrase | Words>>;

/** The values of placeholders; `count` also selects the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * The words of one table. A word is looked up as `<prefix>.<key>`: in the host's messages, then in the registered
 * language, then in the table, which is English, so that a key itself is never shown.
 */
export class Locale<Table extends Words> {
  /** Language of the words, for `lang` attributes and for the dates and numbers in sentences. */
  readonly lang: string;
  /** Language of the page or the host's choice, for sorting and upper-casing the user's own data. */
  readonly readerLang: string;
  readonly #table: Table;
  readonly #prefix: string;
  readonly #requested: string;
  readonly #messages: OwnWords | undefined;
  /** The host's words for this language alone. */
  readonly #own: Words | undefined;
  readonly #words: Words | undefined;
  readonly #version = languages.version;
  readonly #siblings = new Map<Words, unknown>();

  /** `lang` may be anything that a page has in its `lang` attribute. */
  constructor(prefix: string, table: Table, lang: string, messages?: OwnWords) {
    this.#prefix = prefix;
    this.#table = table;
    this.#requested = lang;
    this.#messages = messages;
    const language = findLanguage(lang);
    this.#words = language?.words[prefix];
    const tag = (this.#words && language?.lang) || 'en';
    this.#own = (messages?.[lang] ?? messages?.[tag]) as Words | undefined;
    const script = scriptOf(lang);
    const isEnglish = script === 'en-Latn';
    if (!this.#words && !isEnglish) languages.load?.(lang, prefix);
    this.readerLang = script ? lang : 'en';
    const isReaders = this.#words
      ? lang.startsWith(tag)
      : isEnglish || Object.keys(table).every((key) => this.#message(key));
    this.lang = isReaders ? this.readerLang : tag;
  }

  /** Whether this is still the locale for a language and messages. */
  isFor(lang: string, messages: OwnWords | undefined): boolean {
    return lang === this.#requested && messages === this.#messages && this.#version === languages.version;
  }

  /** The same language and messages with another table: of the same element, or of the element with this prefix. */
  sibling<Other extends Words>(table: Other, prefix = this.#prefix): Locale<Other> {
    const known = this.#siblings.get(table) ?? new Locale(prefix, table, this.#requested, this.#messages);
    this.#siblings.set(table, known);
    return known as Locale<Other>;
  }

  /** The text of a key, with values in place of its placeholders. */
  readonly t = (key: keyof Table & string, values: Values = {}): string =>
    this.fill(key, values)
      .map((part) => (typeof part === 'number' ? part.toLocaleString(this.lang) : part))
      .join('');

  /** The text of a key in pieces, so that a value can be markup. */
  readonly fill = <Value>(key: keyof Table & string, values: Readonly<Record<string, Value>>): (string | Value)[] => {
    const own = this.#message(key);
    const phrase = own ?? this.#words?.[key] ?? this.#table[key] ?? key;
    const plurals = () => formatter(Intl.PluralRules, own ? this.readerLang : this.lang);
    const text = typeof phrase === 'string' ? phrase : (phrase[plurals().select(Number(values.count))] ?? phrase.other);
    return text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? (values[piece] ?? '') : piece));
  };

  /** The text of a key that is only known at run time, such as that of an error code; `undefined` if there is none. */
  find(key: string, values?: Values): string | undefined {
    return this.has(key) ? this.t(key, values) : undefined;
  }

  /** Whether there are words for a key that is only known at run time, such as that of an error code. */
  has(key: string): key is keyof Table & string {
    return (this.#message(key) ?? this.#table[key]) !== undefined;
  }

  /** The host's own words for a key: those of the language, else those for every language. */
  #message(key: string): Phrase | undefined {
    const name = `${this.#prefix}.${key}`;
    return (this.#own?.[name] ?? this.#messages?.[name]) as Phrase | undefined;
  }
}

import type { English } from './messages.js';

/** Plural categories of the kit's own languages, as `Intl.PluralRules` names them. */
interface Categories {
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  de: 'one' | 'other';
  es: 'one' | 'many' | 'other';
  fr: 'one' | 'many' | 'other';
  hi: 'one' | 'other';
  it: 'one' | 'many' | 'other';
  nl: 'one' | 'other';
  'pt-BR': 'one' | 'many' | 'other';
  tr: 'one' | 'other';
}

/** Categories that stand for one number only, so that a text need not contain the number. */
type Single<Lang> = 'zero' | 'two' | (Lang extends 'fr' | 'hi' | 'pt-BR' ? never : 'one');

/** The names of the placeholders in a text. */
type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

/** A text that contains each of the placeholders. */
type TextWith<Names extends string> = (
  Names extends string
    ? (text: `${string}{${Names}}${string}`) => void
    : never
) extends (text: infer Text) => void
  ? Text & string
  : string;

type Forms<Phrase> = Phrase extends string ? Phrase : Phrase[keyof Phrase];

type Plural<Lang, Names extends string> = Lang extends keyof Categories
  ? {
      readonly [Category in Categories[Lang]]: TextWith<
        Category extends Single<Lang> ? Exclude<Names, 'count'> : Names
      >;
    }
  : { readonly other: TextWith<Names> } & { readonly [Category in Intl.LDMLPluralRule]?: string };

/** The translation of an English phrase: with its placeholders, and with every plural form if it has `{count}`. */
type Translation<Lang, Phrase> =
  | (Phrase extends string ? TextWith<Placeholder<Phrase>> : never)
  | ('count' extends Placeholder<Forms<Phrase>> ? Counted<Lang, Placeholder<Forms<Phrase>>> : never);

/** Japanese and Chinese have no plural forms. */
type Counted<Lang, Names extends string> = Lang extends 'ja' | 'zh-CN' ? TextWith<Names> : Plural<Lang, Names>;

/** The words of one prefix in a language. A missing or unknown key, placeholder or plural form does not compile. */
export type PackWords<Lang extends string, Prefix extends keyof English> = {
  readonly [Key in keyof English[Prefix]]: Translation<Lang, English[Prefix][Key]>;
};

/** All words of a language, such as `Pack<'sv'>`: the argument of `registerLanguage`. */
export type Pack<Lang extends string> = { readonly [Prefix in keyof English]: PackWords<Lang, Prefix> };

/** The placeholders of a translation that the English phrase does not have. */
type Stray<Given, Phrase> =
  string extends Placeholder<Forms<Given>> ? never : Exclude<Placeholder<Forms<Given>>, Placeholder<Forms<Phrase>>>;

/** The words of a pack. A key or placeholder that the English words don't have does not compile. */
export type Checked<Words> = {
  readonly [Prefix in keyof Words]: Prefix extends keyof English
    ? {
        readonly [Key in keyof Words[Prefix]]: Key extends keyof English[Prefix]
          ? [Stray<Words[Prefix][Key], English[Prefix][Key]>] extends [never]
            ? Words[Prefix][Key]
            : { unknownPlaceholder: Stray<Words[Prefix][Key], English[Prefix][Key]> }
          : { unknownKey: Key };
      }
    : { unknownPrefix: Prefix };
};

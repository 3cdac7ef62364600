import type { en } from './en.js';

type English = typeof en;

/** The sandbox's words in one language. */
export type SandboxWords = Readonly<Record<keyof English, string>>;

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

/** The same words, with an error type for each unknown key and each text whose placeholders differ from English. */
type Checked<Words> = {
  readonly [Key in keyof Words]: Key extends keyof English
    ? [Placeholder<Words[Key]>, Placeholder<English[Key]>] extends [Placeholder<English[Key]>, Placeholder<Words[Key]>]
      ? Words[Key]
      : { placeholders: Placeholder<English[Key]> }
    : { unknownKey: Key };
};

/** Words in a language. A missing or unknown key or placeholder does not compile. */
export function defineWords<const Words extends SandboxWords>(words: Words & Checked<Words>): SandboxWords {
  return words;
}

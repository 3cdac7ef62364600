import type { Words } from './locale.js';

/** A language with its registered words. */
export interface Language {
  /** BCP 47 tag, such as `de` or `pt-BR`. */
  readonly lang: string;
  /** Words by prefix and key. */
  readonly words: Readonly<Record<string, Words>>;
}

interface Languages {
  /** The registered languages, by tag and by {@link scriptOf}. */
  readonly known: Map<string, Language>;
  /** Changes when words are registered. */
  version: number;
  /** Loads words of a prefix that are not registered; set by the builds for script tags. */
  load?: (lang: string, prefix: string) => unknown;
}

/** The languages of the page. */
export const languages: Languages = { known: new Map(), version: 0 };

/** Language and script of a tag, such as `pt-Latn`; empty for an invalid tag, because a page can set any `lang`. */
export function scriptOf(lang: string): string {
  if (/^en(-[A-Z]{2})?$/.test(lang)) return 'en-Latn'; // the first `Intl.Locale` takes a phone 10 ms
  try {
    const { language, script } = new Intl.Locale(lang).maximize();
    return `${language}-${script}`;
  } catch {
    return '';
  }
}

/** The registered language for a `lang` of a page: the same tag, else the same language in the same script. */
export function findLanguage(lang: string): Language | undefined {
  return languages.known.get(lang) ?? languages.known.get(scriptOf(lang));
}

/** Renders every element again: on this event, each element requests its host context and renders. */
export function updateElements(): void {
  document.dispatchEvent(new Event('context-provider'));
}

import { type Language, languages, scriptOf, updateElements } from './languages.js';

let observer: MutationObserver | undefined;

/** Adds words to the registered words of a language, and renders all elements with them. */
export function addWords(lang: string, words: Language['words']): Language {
  const { known } = languages;
  const language = { lang, words: { ...known.get(lang)?.words, ...words } };
  const script = scriptOf(lang);
  // Words for the English of a region apply to that region only: all other English uses the words of the elements.
  const isDefault = script === 'en-Latn' ? lang === 'en' : (known.get(script)?.lang ?? lang) === lang;
  if (isDefault) known.set(script, language);
  known.set(lang, language);
  wordsChanged();
  return language;
}

/** Renders all elements with the registered words, now and whenever a `lang` around an element changes. */
export function wordsChanged(): void {
  languages.version += 1;
  if (!globalThis.document) return; // on a server
  if (!observer) {
    observer = new MutationObserver(updateElements);
    // Every element requests its host context by an event that passes all roots around it, also those of host elements.
    document.addEventListener('context-request', watchRoots, { capture: true });
  }
  updateElements();
}

function watchRoots(event: Event): void {
  for (const node of event.composedPath()) {
    if (node instanceof ShadowRoot || node === document) {
      observer?.observe(node as Node, { subtree: true, attributeFilter: ['lang'] });
    }
  }
}

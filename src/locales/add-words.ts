import { type Language, languages, scriptOf, updateElements } from './languages.js';

let observer: MutationObserver | undefined;

/** Registers words of a language in addition to those that are registered, and shows them. */
export function addWords(lang: string, words: Language['words']): Language {
  const { known } = languages;
  const language = { lang, words: { ...known.get(lang)?.words, ...words } };
  const script = scriptOf(lang);
  // English of a region is for that region: all other English has the words inside the elements.
  const isDefault = script === 'en-Latn' ? lang === 'en' : (known.get(script)?.lang ?? lang) === lang;
  if (isDefault) known.set(script, language);
  known.set(lang, language);
  wordsChanged();
  return language;
}

/** Renders all elements with the words that they now have, and from now on whenever a `lang` around one changes. */
export function wordsChanged(): void {
  languages.version += 1;
  if (!globalThis.document) return; // importing on a server does no harm
  if (!observer) {
    observer = new MutationObserver(updateElements);
    // Every element asks for its host context, so its event passes all roots around it: those of the host's own elements too.
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

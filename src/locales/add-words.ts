import { type Language, languages, scriptOf, updateElements } from './languages.js';

let observer: MutationObserver | undefined;

/** Registers words of a language in addition to those that are registered, and shows them. */
export function addWords(lang: string, words: Language['words']): Language {
  const { known } = languages;
  const language = { lang, words: { ...known.get(lang)?.words, ...words } };
  const script = scriptOf(lang);
  if ((known.get(script)?.lang ?? lang) === lang) known.set(script, language);
  known.set(lang, language);
  languages.version += 1;
  if (globalThis.document) showWords();
  return language;
}

/** Renders all elements in their language, from now on also when `lang` changes on anything around one. */
function showWords(): void {
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

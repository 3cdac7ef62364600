import { languages, updateElements } from '../src/locales/languages.js';
import type { Words } from '../src/locales/locale.js';

/** Latin letters. While all words of tables are Devanagari, text that has some is data, or comes from no table. */
const latin = /\p{Script=Latin}{2,}/u;

/** Names that are the same in every language. */
const names = /\b(?:OWNER|ADMIN|MEMBER|UTC|[ap]m|GoHighLevel|Cal\.com|cURL|Python|JavaScript)\b/gu;

/** Texts of hosts and servers in stories: labels, statuses that the kit has no words for, a date that is none. */
const ofHosts = /Webhooks|Billing|Ruby|What we tell your server|paused|NO_SHOW|soonish/iu;

const marker = '\u0938\u094d\u0924';

/** Data is kept apart from the words around it, and out of the browser's translator. */
const isData = (element: Element | null): boolean => !!element?.closest('[translate=no], pre, code, kbd, time');

const textAttributes = ['aria-label', 'aria-description', 'aria-valuetext', 'alt', 'placeholder', 'title'];

/** All elements in a shadow root, those in the roots inside it too. */
function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

const agniElements = (root: ParentNode) =>
  [...elementsIn(root)].filter(({ localName }) => localName.startsWith('agni-') && localName !== 'agni-provider');

/** Gives all elements below `root` words of a language for tests, and waits until they show them. */
async function speak(root: HTMLElement, lang: string): Promise<void> {
  root.querySelector('.stage')?.setAttribute('lang', lang);
  languages.version += 1;
  for (let round = 0; round < 3; round++) {
    updateElements();
    await Promise.all(agniElements(root).map((element) => (element as Partial<LitHost>).updateComplete));
  }
}

interface LitHost {
  updateComplete: Promise<unknown>;
}

/**
 * Shows a story in a language whose words have no Latin letters, and returns what has some all the same: text that
 * bypasses the tables of words, and data that is not isolated from the words around it.
 */
export async function escapedText(canvas: HTMLElement): Promise<string[]> {
  const before = canvas.querySelector('.stage')?.getAttribute('lang') ?? 'en';
  const word = (_: object, key: string | symbol) => (typeof key === 'string' ? marker : undefined);
  const words: Record<string, Words> = new Proxy({}, { get: () => new Proxy({}, { get: word }) });
  languages.known.set('hi', { lang: 'hi', words });
  await speak(canvas, 'hi');
  const escaped = agniElements(canvas).flatMap((host) => (host.shadowRoot ? textOf(host.shadowRoot) : []));
  languages.known.delete('hi');
  await speak(canvas, before);
  return [...new Set(escaped)];
}

function textOf(root: ShadowRoot): string[] {
  const found: string[] = [];
  const report = (element: Element, text: string | null) => {
    if (text && !ofHosts.test(text) && latin.test(text.replace(names, '')))
      found.push(`<${element.localName}> ${text.trim()}`);
  };
  for (const element of root.querySelectorAll('*')) {
    if (isData(element) || element.matches('style, option')) continue; // options hold data, and no markup
    for (const node of element.childNodes) if (node instanceof Text) report(element, node.data);
    for (const name of textAttributes) {
      const value = element.getAttribute(name);
      // Markup can't isolate data in an attribute. It stands beside words of a table, or repeats what the element shows.
      if (!value?.includes(marker) && !element.querySelector('[translate=no]')) report(element, value);
    }
  }
  return found;
}

/**
 * Registers an element unless its tag is registered already: by the same script loaded twice, another version of the
 * kit, or other code. The first registration wins; a different class causes one warning in the console.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!globalThis.customElements) return; // on a server
  const present = customElements.get(tag);
  if (!present) customElements.define(tag, element);
  else if (present !== element) warnOnce();
}

function warnOnce(): void {
  const place = globalThis as { [warnedAt]?: boolean };
  if (place[warnedAt]) return;
  place[warnedAt] = true;
  // biome-ignore lint/suspicious/noConsole: the page's developer must know of the second registration
  console.warn('agni-settings: the page has two copies. The first copy is used.');
}

const warnedAt: unique symbol = Symbol.for('agni-settings.warned') as never;

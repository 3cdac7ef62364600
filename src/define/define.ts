/**
 * Registers an element unless its tag is taken: by the same script loaded twice, another version of the kit, or
 * something foreign. The first one stays, and only a different one is worth a word in the console.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!globalThis.customElements) return; // importing on a server does no harm
  const present = customElements.get(tag);
  if (!present) customElements.define(tag, element);
  else if (present !== element) warnOnce();
}

function warnOnce(): void {
  const place = globalThis as { [warnedAt]?: boolean };
  if (place[warnedAt]) return;
  place[warnedAt] = true;
  // biome-ignore lint/suspicious/noConsole: the one thing a host has to know of its own page
  console.warn('agni-settings: some of its elements are registered already; the first registration wins.');
}

const warnedAt: unique symbol = Symbol.for('agni-settings.warned') as never;

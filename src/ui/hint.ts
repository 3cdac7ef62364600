const given = new Set<string>();

/** Writes a hint for the page's developer to the console, each once. Users see a plain sentence instead. */
export function hint(text: string): void {
  if (given.has(text)) return;
  given.add(text);
  // biome-ignore lint/suspicious/noConsole: the fix is the developer's, who can't see what a user sees
  console.warn(`agni-settings: ${text}`);
}

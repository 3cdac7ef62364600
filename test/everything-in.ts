/** All text that a script could read from the page: markup, attributes and field values, through all shadow roots. */
export function everythingIn(root: Document | ShadowRoot | Element = document): string {
  const own = root instanceof Document ? root.documentElement.outerHTML : root.innerHTML;
  const parts = [...root.querySelectorAll('*')].map((element) => {
    const value = 'value' in element ? String(element.value) : '';
    return value + (element.shadowRoot ? everythingIn(element.shadowRoot) : '');
  });
  return own + parts.join('\n');
}

/** All data that the page has stored, including the state of the history and the name of the window. */
export async function everythingStored(): Promise<string> {
  const databases = await indexedDB.databases();
  const caches = await globalThis.caches.keys();
  const { cookie } = document;
  return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, caches, cookie, history.state, name]);
}

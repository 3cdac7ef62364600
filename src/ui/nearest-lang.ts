/** The language of the text around an element (`lang`), through every shadow root around it. */
export function nearestLang(element: Element): string {
  for (let node: Element | undefined = element; node; ) {
    const lang = node.closest<HTMLElement>('[lang]')?.lang;
    if (lang) return lang;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return 'en';
}

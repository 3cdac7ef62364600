/** The language of the page around an element (`lang`), through every shadow root around it; not that of other elements' words. */
export function nearestLang(element: Element): string {
  for (let node: Element | undefined = element; node; ) {
    const lang = node.closest<HTMLElement>('[lang]:not([part=section])')?.lang;
    if (lang) return lang;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return 'en';
}

/** The `lang` of the page around an element, also outside of its shadow roots. Ignores `lang` of the kit's panes. */
export function nearestLang(element: Element): string {
  for (let node: Element | undefined = element; node; ) {
    const lang = node.closest<HTMLElement>('[lang]:not([part=section])')?.lang;
    if (lang) return lang;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return 'en';
}

/** The tables of a pane that are wider than their frames, and the names in tables that are too high. */
export function outOfFrame(pane: Element): string[] {
  const all = <E extends Element = HTMLElement>(selector: string) => [
    ...(pane.shadowRoot?.querySelectorAll<E>(selector) ?? []),
  ];
  const wide = all('.table').filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  const tall = all('tbody .name').filter(({ offsetHeight }) => offsetHeight > 80);
  return [...wide, ...tall].map((element) => `${element.localName}.${element.className}`);
}

/** The full texts that the pane clips, as their tooltips show them. */
export function clippedTexts(pane: Element): string[] {
  const texts = pane.shadowRoot?.querySelectorAll<HTMLElement>('tbody :is(.name, .clip)') ?? [];
  const isCut = (box: Element) => box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth;
  return [...texts].filter((text) => [text, ...text.children].some(isCut)).map(({ title }) => title);
}

const data: PropertyDescriptor & ThisType<Element> = {
  configurable: true,
  set(text: string) {
    this.replaceWith(text);
  },
};

/**
 * Lets Lit change texts that the browser's translator has replaced. Chrome replaces each text node by a `<font>`
 * element. Lit writes a changed text into the `data` of that node, which has no effect on an element. So a `<font>`
 * gets a setter `data` that replaces the element by the text; the translator then translates the new text.
 */
export function allowTranslatedText(root: Node): void {
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node.nodeName === 'FONT') Object.defineProperty(node, 'data', data);
    }
  });
  observer.observe(root, { childList: true, subtree: true });
}

const data: PropertyDescriptor & ThisType<Element> = {
  configurable: true,
  set(text: string) {
    this.replaceWith(text);
  },
};

/**
 * Lets texts change that the browser's translator has replaced. Chrome puts a `<font>` element in the place of each text
 * node. Lit writes a changed text into the `data` of the node it finds there, which shows nothing if that is an element.
 * So a `<font>` gets a `data` of its own, which puts the text in its place; the translator then translates the new text.
 */
export function allowTranslatedText(root: Node): void {
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node.nodeName === 'FONT') Object.defineProperty(node, 'data', data);
    }
  });
  observer.observe(root, { childList: true, subtree: true });
}

import { noChange, render } from 'lit';
import { Directive, type DirectiveResult, directive, type ElementPart } from 'lit/directive.js';

/** The rows of a list or table body, and their content. */
interface Rows<Item> {
  readonly items: readonly Item[];
  /** Identifies a row, so that it keeps its elements where the order changes. */
  readonly key: (item: Item) => unknown;
  readonly content: (item: Item) => unknown;
  /**
   * Whether `content` is always one template, without an expression between nodes. Then the comment node by which Lit finds
   * the content again stays outside of the page.
   */
  readonly isFlat?: boolean;
  readonly className?: (item: Item) => string;
}

/** A row, and the node that Lit renders its content into. */
interface Row {
  readonly element: HTMLElement;
  readonly root: HTMLElement | DocumentFragment;
}

class KeyedRows<Item> extends Directive {
  #rows: ReadonlyMap<unknown, Row> = new Map();

  render(_tag: 'li' | 'tr', _rows: Rows<Item>): unknown {
    return noChange;
  }

  override update(
    { element: list }: ElementPart,
    [tag, { items, key, content, isFlat, className }]: ['li' | 'tr', Rows<Item>],
  ) {
    const rows = new Map(
      items.map((item) => [key(item), this.#rows.get(key(item)) ?? createRow(tag, key(item), isFlat)]),
    );
    for (const [id, { element }] of this.#rows) if (!rows.has(id)) element.remove();
    this.#rows = rows;
    let next: HTMLElement | null = null;
    for (const item of [...items].reverse()) {
      const { element, root } = rows.get(key(item)) as Row;
      render(content(item), root);
      if (isFlat) element.append(...root.children); // at the first render; later the root has no children
      if (className) element.className = className(item);
      if (element.matches(':focus-within')) {
        // An element that is moved loses the focus, so the rows between move instead.
        while (element.nextElementSibling !== next) list.insertBefore(element.nextElementSibling as Element, element);
      } else if (element.parentNode !== list || element.nextElementSibling !== next) list.insertBefore(element, next);
      next = element;
    }
    return noChange;
  }
}

function createRow(tag: 'li' | 'tr', id: unknown, isFlat = false): Row {
  const element = document.createElement(tag);
  element.setAttribute('part', 'row'); // as attributes: emulated DOMs of tests lack the properties `part` and `role`
  element.dataset.id = String(id);
  if (tag === 'tr') element.setAttribute('role', 'row');
  return { element, root: isFlat ? document.createDocumentFragment() : element };
}

/**
 * Rows at the end of an element, as in `<ul ${keyedRows('li', rows)}></ul>`. Costs one comment node a row or none,
 * where Lit's `repeat` costs two.
 */
export const keyedRows = directive(KeyedRows) as <Item>(tag: 'li' | 'tr', rows: Rows<Item>) => DirectiveResult;

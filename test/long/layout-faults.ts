/**
 * Layout faults of the story that a page shows: text that is cut off or leaves its box, scrolling in two directions,
 * small targets, motion although the user prefers reduced motion. Runs in the page.
 */
export function layoutFaults(): string[] {
  const faults = new Set<string>();
  const page = document.documentElement;
  const root = document.querySelector('#storybook-root') as Element;

  const elementsIn = (parent: ParentNode): Element[] =>
    [...parent.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
    ]);
  const parentOf = (element: Element): Element | null => {
    const { host } = element.getRootNode() as ShadowRoot;
    return element.assignedSlot ?? element.parentElement ?? host ?? null;
  };
  const describe = (element: Element) => {
    const text = (element.ariaLabel ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
    return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${text.slice(0, 60)}`;
  };
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  /** Whether only screen readers have an element, such as column headers of cards, or labels of icons in a narrow hub. */
  const isHidden = (element: Element): boolean => {
    const head = element.closest('thead');
    return (
      !!element.closest('.hidden, [aria-hidden=true]') ||
      (!!head && getComputedStyle(head).clipPath !== 'none') ||
      getComputedStyle(element).clip === 'rect(0px, 0px, 0px, 0px)'
    );
  };

  /** The reason why a piece of text can't be read, derived from the boxes around it. */
  const cutBy = (element: Element, text: DOMRect): string | undefined => {
    let isOwnBlock = true;
    for (let box: Element | null = element; box && box !== page; ) {
      const { display, position, overflowX, overflowY } = getComputedStyle(box);
      if (display !== 'inline' && display !== 'contents') {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const leaves = text.left < left - 1 || text.right > right + 1;
        if (/auto|scroll/.test(overflowX) && leaves) return undefined; // a table that scrolls in its own frame
        if (leaves && isOwnBlock) return 'leaves its box';
        if (leaves && overflowX !== 'visible') return `is cut off at the side by ${describe(box)}`;
        const isOutside = text.top < top - 2 || text.bottom > bottom + 2;
        if (/hidden|clip/.test(overflowY) && isOutside) return `is cut off below by ${describe(box)}`;
        if (/auto|scroll/.test(overflowY) && isOutside) return undefined;
        isOwnBlock = false;
      }
      if (position === 'fixed') break;
      box = position === 'absolute' ? (box as HTMLElement).offsetParent : parentOf(box);
    }
    return text.left < -1 || text.right > innerWidth + 1 ? 'is beyond the edge of the page' : undefined;
  };

  const shown = elementsIn(root).filter((element) => isShown(element) && !isHidden(element));
  if (page.scrollWidth > page.clientWidth) faults.add(`the page scrolls sideways: ${page.scrollWidth} px`);
  for (const element of shown) {
    const { animationName, animationDuration, transitionDuration, overflowX } = getComputedStyle(element);
    const isMoving = (durations: string) =>
      durations.split(', ').some((duration) => Number.parseFloat(duration) > 0.01);
    if ((animationName !== 'none' && isMoving(animationDuration)) || isMoving(transitionDuration))
      faults.add(`moves: ${describe(element)}`);
    const scrolls = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    // WCAG 1.4.10 allows tables and code to scroll in frames; a row of tabs scrolls the selected tab into view.
    if (scrolls && !element.matches('pre, textarea, [role=tablist]') && !element.querySelector('table, pre'))
      faults.add(`scrolls sideways: ${describe(element)}`);
    if (element.closest('[translate=no], option')) continue; // data may have any length: it is clipped, with a title
    for (const node of element.childNodes) {
      if (!(node instanceof Text) || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const text of range.getClientRects()) {
        const fault = text.width && cutBy(element, text);
        if (fault) faults.add(`“${node.data.trim().slice(0, 60)}” ${fault}`);
      }
    }
  }

  // WCAG 2.5.8: 24 px, or a circle of that size that touches no other target; links in a sentence are exempt.
  const targets = shown.filter(
    (element) =>
      element.matches(
        'a[href], button, input, select, textarea, summary, [role=tab], [role=option], [role=menuitem]',
      ) && !(element.matches('a') && getComputedStyle(element).display === 'inline'),
  );
  /** The box of a target: a label around a control is part of the target. */
  const boxOf = (element: Element) => (element.closest('label') ?? element).getBoundingClientRect();
  const isSmall = ({ width, height }: DOMRect) => width < 23.9 || height < 23.9;
  for (const target of targets) {
    const box = boxOf(target);
    if (!isSmall(box)) continue;
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const isTouched = targets.some((other) => {
      if (other === target || other.contains(target) || target.contains(other)) return false;
      const { left, right, top, bottom } = boxOf(other);
      return Math.hypot(x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom)) < 12;
    });
    if (isTouched) faults.add(`a target of ${box.width} × ${box.height} px: ${describe(target)}`);
  }
  return [...faults];
}

/** Sets the distances between lines, letters, words and paragraphs of WCAG 1.4.12 in every root of the page. */
export function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
  `);
  const addTo = (root: Document | ShadowRoot) => {
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) addTo(shadowRoot);
  };
  addTo(document);
}

/** The faults of the focused element: hidden, or without an outline; `undefined` without focus. Runs in the page. */
export function focusFaults(): { target: string; faults: string[] } | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return undefined;
  const target = `<${element.localName}> ${(element.ariaLabel ?? element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)}`;
  const faults: string[] = [];

  const box = element.getBoundingClientRect();
  const at = (x: number, y: number) => {
    let top = document.elementFromPoint(x, y);
    for (let inner = top?.shadowRoot?.elementFromPoint(x, y); inner && inner !== top; ) {
      top = inner;
      inner = top.shadowRoot?.elementFromPoint(x, y);
    }
    return top;
  };
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const isSeen = [0.1, 0.5, 0.9].some((across) =>
    [0.1, 0.5, 0.9].some((down) => {
      const seen = at(left + (right - left) * across, top + (bottom - top) * down);
      return seen && (element.contains(seen) || seen.contains(element) || seen.matches('label'));
    }),
  );
  if (right <= left || bottom <= top) faults.push('is out of sight');
  else if (!isSeen) faults.push('is covered');

  const hasMark = (candidate: Element | null | undefined) => {
    if (!candidate) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  };
  if (!hasMark(element) && !hasMark(element.parentElement)) faults.push('has no outline');
  return { target, faults };
}

/** Elements whose changes a screen reader announces: by role, or by `aria-live`. */
const liveRegions = '[role=status], [role=alert], output, [aria-live=polite], [aria-live=assertive]';

/** An element and its ancestors, through shadow roots and slots. */
function* ancestry(element: Element): Generator<Element> {
  for (let current: Element | null = element; current; ) {
    yield current;
    current = current.assignedSlot ?? current.parentElement ?? (current.getRootNode() as ShadowRoot).host ?? null;
  }
}

/** The document and all open shadow roots in it. */
function rootsIn(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : []));
  return [root, ...inner];
}

/** Whether a region is exposed to assistive technology: shown, not busy, and not behind a modal dialog. */
function isExposed(region: Element, modal: Element | undefined): boolean {
  const around = [...ancestry(region)];
  if (modal && !around.includes(modal)) return false;
  return (
    region.checkVisibility({ visibilityProperty: true }) &&
    !around.some(({ ariaHidden, ariaBusy }) => ariaHidden === 'true' || ariaBusy === 'true')
  );
}

/**
 * Records, for each test of a suite, the texts that a screen reader would announce from live regions in all shadow
 * roots. A status that is added to the page with its text is not announced; an alert is. Returns a function that
 * returns the texts since its last call. With `onFrames`, only texts that a frame has shown count, as in browsers. By
 * default all texts count: the sandbox answers within a frame, so most texts of pending requests would be missed.
 */
export function hearAnnouncements({ onFrames = false } = {}): () => string[] {
  let heard: string[] = [];
  let known = new Map<Element, string>();
  const listen = () => {
    const roots = rootsIn(document);
    const all = (selector: string) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
    for (const root of roots)
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    const modal = all('dialog:modal').at(-1);
    const current = new Map<Element, string>();
    for (const region of all(liveRegions)) {
      if (!isExposed(region, modal)) continue;
      // A no-break space at the end makes a repeated message a different text, which is announced again.
      const text = region.textContent.replace(/[ \t\n]+/g, ' ').replace(/^ | $/g, '');
      const before = known.get(region) ?? (region.matches('[role=alert], [aria-live=assertive]') ? '' : text);
      if (text && text !== before) heard.push(text.replace(/\u00a0$/, ''));
      current.set(region, text);
    }
    known = current;
  };
  let isScheduled = false;
  const observer = new MutationObserver(() => {
    if (!onFrames) return listen();
    if (isScheduled) return;
    isScheduled = true;
    // A callback of the frame: a text that an earlier callback of the same frame replaced was never shown.
    requestAnimationFrame(() => {
      isScheduled = false;
      listen();
    });
  });
  beforeEach(() => {
    heard = [];
    listen();
  });
  afterEach(() => observer.disconnect());
  return () => heard.splice(0);
}

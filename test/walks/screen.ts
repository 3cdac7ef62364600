import { nextFrame } from '@open-wc/testing';

/** Milliseconds that a busy machine may take to show requested data. */
const patienceMs = 20_000;

/** Waits until `obstacle` returns `undefined`; until then, it returns the reason to wait. */
export async function until(obstacle: () => string | undefined, shown: ParentNode) {
  const end = performance.now() + patienceMs;
  for (let found = obstacle(); found; found = obstacle()) {
    if (performance.now() > end) throw new Error(`Stuck: ${found}\n  shown: ${screenOf(shown).join(' | ')}`);
    await nextFrame();
  }
}

/** The part of a hub that contains the panes, without the navigation. */
export const panesIn = (hub: Element) => hub.shadowRoot?.querySelector('.panes') as Element;

/** The root of an element's content: its open shadow root, if it has one. */
const contentOf = (root: ParentNode): ParentNode => (root as Element).shadowRoot ?? root;

/** All elements below a root, through open shadow roots. */
export function* elementsIn(root: ParentNode): Generator<HTMLElement> {
  for (const element of contentOf(root).children) {
    yield element as HTMLElement;
    yield* elementsIn(element);
  }
}

const controls = 'button, a[href], input, select, textarea, summary, [role="tab"], [role="menuitem"]';

/** Controls that a user could press or type into, including covered ones. */
export function controlsIn(root: ParentNode): HTMLElement[] {
  return [...elementsIn(root)].filter((element) => element.matches(controls) && isVisible(element));
}

function isVisible(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
}

/** Whether a press at the middle of an element reaches it, because no modal dialog or menu covers it. */
export function canBePressed(element: HTMLElement): boolean {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = (element.getRootNode() as ShadowRoot).elementFromPoint(left + width / 2, top + height / 2);
  return element.contains(hit);
}

/** The topmost modal dialog, if there is one. */
export function modalIn(root: ParentNode): HTMLDialogElement | undefined {
  return [...elementsIn(root)].filter((element) => element.matches('dialog:modal')).at(-1) as
    | HTMLDialogElement
    | undefined;
}

/**
 * The reason why a part of the page still waits; `undefined` if it does not. A save may wait for a read, which the
 * client repeats after a pause, and a save continues after the user has left the pane.
 */
export function waitingIn(root: ParentNode): string | undefined {
  const waiting = [...elementsIn(root)].find(
    (element) =>
      element.matches('[part="save-bar"] > .primary[aria-disabled="true"]') ||
      (element.matches('[aria-busy="true"], .skeleton, .spinner') && isVisible(element)),
  );
  return (
    waiting &&
    `<${waiting.localName} class="${waiting.className}"> in <${(waiting.getRootNode() as ShadowRoot).host?.localName}>`
  );
}

/** The name of a control, as far as a walk needs it. */
export function nameOf(element: HTMLElement): string {
  const { labels } = element as HTMLInputElement;
  return (element.ariaLabel || labels?.[0]?.textContent || element.textContent || element.id)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The content of a part of the page: its texts, and its controls with their values and disabled states. */
export function screenOf(root: ParentNode): string[] {
  const lines: string[] = [];
  const read = (node: Node) => {
    if (node instanceof Text) {
      const text = node.data.replace(/\s+/g, ' ').trim();
      if (text) lines.push(text);
      return;
    }
    if (!(node instanceof HTMLElement)) return;
    // Messages depend on the user's actions, and times change.
    if (
      !isVisible(node) ||
      node.matches('[role="status"], [role="alert"], [role="tooltip"], time, td[data-key="lastLogin"], style')
    )
      return;
    if (node.matches('input, select, textarea')) lines.push(`[${nameOf(node)}: ${(node as HTMLInputElement).value}]`);
    if (node.matches(':disabled, [aria-disabled="true"]')) lines.push('(disabled)');
    if (node.matches('select, textarea')) return;
    for (const child of contentOf(node).childNodes) read(child);
  };
  for (const child of contentOf(root).childNodes) read(child);
  return lines;
}

/** Whether a line is the expected one without a number, or the name of a region, that could not be read. */
const isLess = (line: string | undefined, expected: string) =>
  line === expected.replace(/^\d+ of /, 'Up to ') || (/^\[Region: /.test(expected) && line?.startsWith('[Region: '));

/** The line of the seats, which another pane may have read. */
const seats = /^\d+ of \d+ seats are in use/;

/** Counts that a pane leaves out if it could not read them. */
const optional = /^(\d+|Seats|\d+ of \d+|\d+ of \d+ seats are in use.*)$/;

/** The first difference between a screen and the expected one, if any. Counts that a pane could not read are optional. */
export function differenceOf(screen: readonly string[], expected: readonly string[]): string | undefined {
  if (expected.length < 3) return 'the fresh pane is empty';
  let place = 0;
  for (const line of expected) {
    while (screen[place] !== line && !isLess(screen[place], line) && seats.test(screen[place] ?? '')) place += 1;
    if (screen[place] === line || isLess(screen[place], line)) place += 1;
    else if (!optional.test(line)) return `the screen says "${screen[place]}", the server "${line}"`;
  }
  const more = screen.slice(place).find((line) => !seats.test(line));
  return more && `the screen says also "${more}"`;
}

import { expect } from '@open-wc/testing';
import { mountTag, paneOf, tags } from './elements.js';

/** Styles of parents that shrink to the width of their content. */
const parents: Record<string, string> = {
  'flex row': 'display: flex',
  'flex column with align-items: start': 'display: flex; flex-direction: column; align-items: start',
  'inline-block': 'display: inline-block',
  float: 'float: inline-start',
  'absolutely positioned box': 'position: absolute',
  'centering grid': 'display: grid; place-items: center',
  'table cell': 'display: table-cell',
  'fit-content box': 'inline-size: fit-content',
  popover: 'scrollbar-gutter: stable',
  dialog: 'scrollbar-gutter: stable',
};

/** Measures the width of `element` while `child` is in a parent of a kind; then moves `child` back. */
function measureIn(kind: string, width: number, child: Element, element = child): number {
  const home = child.parentElement;
  const box = document.createElement('div');
  box.style.cssText = `position: relative; inline-size: ${width}px`;
  const parent = document.createElement(kind === 'dialog' ? 'dialog' : 'div');
  parent.style.cssText = parents[kind] ?? '';
  if (kind === 'popover') parent.popover = 'manual';
  parent.append(child);
  box.append(parent);
  document.body.append(box);
  if (kind === 'popover') parent.showPopover();
  if (parent instanceof HTMLDialogElement) parent.showModal();
  const measured = element.getBoundingClientRect().width;
  if (element !== child) {
    const { scrollWidth, clientWidth } = paneOf(element);
    expect(scrollWidth, `width of what ${element.localName} contains`).to.be.at.most(clientWidth);
  }
  home?.append(child); // moved before the box is removed: outside of the page, the provider would drop its data
  box.remove();
  return measured;
}

/** A text that fills any width of its parent. */
function longText(): HTMLElement {
  const text = document.createElement('div');
  text.textContent = 'word '.repeat(2000);
  return text;
}

describe('an element in a parent that shrinks to fit', () => {
  const home = document.createElement('div');
  let mounted: Awaited<ReturnType<typeof mountTag>>[] = [];

  before(async () => {
    document.body.append(home);
    mounted = await Promise.all(tags.map((tag) => mountTag(tag, home)));
  });
  after(() => home.remove());

  afterEach(() => document.documentElement.removeAttribute('style'));

  for (const kind of Object.keys(parents)) {
    for (const rootSize of ['62.5%', '100%', '200%']) {
      it(`has the width that a text would have, up to 64rem: ${kind}, root font size ${rootSize} (D10)`, () => {
        document.documentElement.style.fontSize = rootSize;
        const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
        for (const width of [20 * Math.max(rem, 16), 780]) {
          const available = measureIn(kind, width, longText());
          for (const { provider, element } of mounted) {
            const expected = Math.min(available, 64 * rem);
            expect(measureIn(kind, width, provider, element), `${element.localName} in ${width} px`).to.be.closeTo(
              expected,
              1,
            );
          }
        }
      });
    }
  }

  for (const display of ['flex', 'inline-flex', 'grid', 'inline-block', 'inline-grid']) {
    it(`has its width where the host sets display: ${display} on it (D10)`, () => {
      for (const { provider, element } of mounted) {
        element.style.display = display;
        expect(measureIn('flex row', 500, provider, element), element.localName).to.be.closeTo(500, 1);
        element.style.display = '';
      }
    });
  }
});

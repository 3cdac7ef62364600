import { expect } from '@open-wc/testing';
import { waitFor } from '../queries.js';
import { mountTag, tags } from './elements.js';

/** Inherited properties that a host page may set on any ancestor, with values that would be visible. */
const inherited = {
  'text-transform': 'uppercase',
  'letter-spacing': '3px',
  'word-spacing': '9px',
  'text-indent': '40px',
  'white-space': 'nowrap',
  'word-break': 'break-all',
  hyphens: 'auto',
  'line-break': 'anywhere',
  'text-align': 'center',
  'text-align-last': 'center',
  'text-shadow': '2px 2px red',
  'text-emphasis': 'dot',
  '-webkit-text-stroke': '1px red',
  '-webkit-text-fill-color': 'red',
  '-webkit-text-security': 'disc',
  'font-style': 'italic',
  'font-variant': 'small-caps',
  'font-weight': '900',
  fill: 'red',
  stroke: 'red',
  'stroke-width': '5px',
  'list-style': 'square inside',
  'border-collapse': 'collapse',
  'border-spacing': '9px',
  'caption-side': 'bottom',
  'empty-cells': 'hide',
  cursor: 'wait',
  'caret-color': 'red',
  'tab-size': '2',
  'line-height': '3',
  'text-underline-offset': '9px',
  quotes: 'none',
};

/** Computed values of the properties in `inherited`, for every element in the shadow roots below `root`. */
function stylesIn(root: ShadowRoot): string[] {
  return [...root.querySelectorAll<HTMLElement>(':not(style, slot)')].flatMap((element) => {
    const computed = getComputedStyle(element);
    const values = Object.keys(inherited).map((name) => `${name}: ${computed.getPropertyValue(name)}`);
    const name = `${element.localName}.${element.className}`;
    return [`${name} ${values.join('; ')}`, ...(element.shadowRoot ? stylesIn(element.shadowRoot) : [])];
  });
}

/** Texts smaller than 12 px, and controls lower than 24 px, in the shadow roots below `root`. */
function tooSmallIn(root: ShadowRoot): string[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    const { fontSize, clip } = getComputedStyle(element);
    const { height } = element.getBoundingClientRect();
    const isText = hasText && Number.parseFloat(fontSize) < 12;
    const isControl = element.matches('button, input:not([type=checkbox]), select, textarea, nav a, summary');
    const isLow = isControl && clip === 'auto' && height > 0 && height < 24;
    return [
      ...(isText || isLow ? [`${element.localName}.${element.className} ${fontSize} ${height}`] : []),
      ...(element.shadowRoot ? tooSmallIn(element.shadowRoot) : []),
    ];
  });
}

describe('an element in a page with styles of its own', () => {
  const home = document.createElement('div');
  let elements: HTMLElement[] = [];

  before(async () => {
    document.body.append(home);
    elements = (await Promise.all(tags.map((tag) => mountTag(tag, home)))).map(({ element }) => element);
  });
  afterEach(() => {
    home.removeAttribute('style');
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
  });
  after(() => home.remove());

  it('inherits no text style but the font (D14)', () => {
    const roots = elements.map(({ shadowRoot }) => shadowRoot as ShadowRoot);
    const plain = roots.map(stylesIn);
    for (const [name, value] of Object.entries(inherited)) home.style.setProperty(name, value);
    for (const [index, root] of roots.entries()) expect(stylesIn(root)).to.deep.equal(plain[index]);
  });

  const headingStyles = () =>
    elements.map(({ shadowRoot }) => getComputedStyle(shadowRoot?.querySelector('[part=heading]') as Element));

  it('is shown in the font of the system where the page sets none, and else in that of the page', async () => {
    const fonts = () => new Set(headingStyles().map(({ fontFamily }) => fontFamily));
    expect([...fonts()]).to.deep.equal(['system-ui, sans-serif']);
    home.style.fontFamily = 'cursive';
    await waitFor(() => expect([...fonts()]).to.deep.equal(['cursive']));
  });

  it('inherits the color scheme, and whether it is seen and pressed', () => {
    Object.assign(home.style, { colorScheme: 'dark', visibility: 'hidden', pointerEvents: 'none' });
    for (const { colorScheme, visibility, pointerEvents } of headingStyles()) {
      expect([colorScheme, visibility, pointerEvents]).to.deep.equal(['dark', 'hidden', 'none']);
    }
  });

  for (const bodySize of ['', '1.4rem', '1.6rem']) {
    it(`shows no text below 12 px where the root has 62.5 % and the body ${bodySize || 'no'} font size (D15)`, () => {
      document.documentElement.style.fontSize = '62.5%';
      document.body.style.fontSize = bodySize;
      for (const { shadowRoot } of elements) expect(tooSmallIn(shadowRoot as ShadowRoot)).to.deep.equal([]);
    });
  }

  it('has its usual text size where the root has 62.5 % and the body undoes that (D15)', () => {
    document.documentElement.style.fontSize = '62.5%';
    document.body.style.fontSize = '1.6rem';
    for (const { shadowRoot } of elements) {
      expect(getComputedStyle(shadowRoot?.querySelector('[part=section]') as Element).fontSize).to.equal('14px');
    }
  });

  it('follows the reader to larger text (D15)', () => {
    document.documentElement.style.fontSize = '200%';
    for (const { shadowRoot } of elements) {
      expect(getComputedStyle(shadowRoot?.querySelector('[part=section]') as Element).fontSize).to.equal('28px');
    }
  });
});

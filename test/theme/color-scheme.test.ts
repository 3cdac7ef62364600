import { expect } from '@open-wc/testing';
import { contrastBetween } from '../../demo/pages/studio/contrast.js';
import { waitFor } from '../queries.js';
import { mountTag, paneOf } from './elements.js';

/** Colors of texts in an element. */
function textColors(element: Element): string[] {
  const texts = paneOf(element).querySelectorAll('[part=heading], .head p, label, .help, dt, dd');
  return [...texts].map((text) => getComputedStyle(text).color);
}

const pages = {
  'dark by its colors alone': { color: '#e8ecff', background: 'navy' },
  'dark by its colors, in a color space of their own': {
    color: 'oklch(0.92 0.02 250)',
    background: 'oklch(0.2 0.05 260)',
  },
  'light by its colors alone, in a dark color scheme': { color: '#222', background: 'white', colorScheme: 'dark' },
  'dark by its color scheme': { background: 'black', colorScheme: 'dark', color: 'CanvasText' },
  light: { background: 'white' },
};

describe('an element on a page', () => {
  const home = document.createElement('div');
  beforeEach(() => document.body.append(home));
  afterEach(() => {
    home.removeAttribute('style');
    home.removeAttribute('hidden');
    home.replaceChildren();
    home.remove();
  });

  const untilReadable = (element: Element, background: string) =>
    waitFor(() => {
      for (const color of textColors(element)) expect(contrastBetween(color, background), color).to.be.at.least(4.5);
    });

  for (const [name, style] of Object.entries(pages)) {
    it(`has readable text if the page is ${name} (D17)`, async () => {
      Object.assign(home.style, style);
      const { element } = await mountTag('agni-org-settings', home);
      expect(textColors(element)).to.have.length.above(5);
      await untilReadable(element, style.background);
    });
  }

  it('has the color scheme of the page and the font of the system in its first frame', async () => {
    Object.assign(home.style, pages['dark by its colors alone']);
    const provider = document.createElement('agni-provider');
    const element = document.createElement('agni-org-settings');
    provider.append(element);
    home.append(provider);
    await element.updateComplete; // before the first painted frame
    const { colorScheme, fontFamily } = getComputedStyle(paneOf(element));
    expect([colorScheme, fontFamily]).to.deep.equal(['dark', 'system-ui, sans-serif']);
  });

  it('follows a page that changes its class, while it is shown and while it is hidden (D17)', async () => {
    const { element } = await mountTag('agni-org-settings', home);
    Object.assign(home.style, pages['dark by its colors alone']);
    await untilReadable(element, 'navy');
    home.hidden = true;
    Object.assign(home.style, { color: '', background: 'white' });
    await new Promise(requestAnimationFrame);
    home.hidden = false;
    await untilReadable(element, 'white');
  });

  it('keeps the theme that the host sets (D17)', async () => {
    Object.assign(home.style, pages['dark by its colors alone']);
    const { provider, element } = await mountTag('agni-org-settings', home);
    provider.theme = 'light';
    await untilReadable(element, 'white');
    expect(getComputedStyle(paneOf(element)).colorScheme).to.equal('light');
  });

  it('tells the page nothing of how it finds out (D17)', async () => {
    const heard: string[] = [];
    const note = ({ type }: Event) => void heard.push(type);
    for (const type of ['transitionend', 'animationstart']) document.addEventListener(type, note);
    const { element } = await mountTag('agni-org-settings', home);
    Object.assign(home.style, pages['dark by its colors alone']);
    await untilReadable(element, 'navy');
    for (const type of ['transitionend', 'animationstart']) document.removeEventListener(type, note);
    expect(heard).to.deep.equal([]);
  });
});

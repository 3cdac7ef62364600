import { expect } from '@open-wc/testing';
import { run } from 'axe-core';
import fc from 'fast-check';
import { contrastBetween } from '../../demo/pages/studio/contrast.js';
import { mountTag, paneOf, tags } from './elements.js';

const schemes = ['light', 'dark'] as const;

/** Properties that a host may set alone, so that all other colors must be derived from them. */
const settable = ['--agni-color-accent', '--agni-color-bg', '--agni-color-surface', '--agni-color-text'] as const;

/** Texts on their backgrounds, which need 4.5:1. */
const texts = [
  ...['text', 'muted', 'danger', 'success', 'warning', 'link'].map((name) => [name, 'bg'] as const),
  ['text', 'hover'],
  ['text', 'selected'],
  ['muted', 'hover'],
  ...['muted', 'danger', 'success', 'warning'].map((name) => [name, 'selected'] as const),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger-fill'],
  ['on-danger', 'danger-hover'],
] as const;

/** Edges of controls and focus rings, which need 3:1. */
const edges = [
  ['control-border', 'bg'],
  ['focus', 'bg'],
] as const;

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colors that follow from those a host sets', () => {
  const home = document.createElement('div');
  const probe = document.createElement('span');

  before(async () => {
    document.body.append(home);
    const { element } = await mountTag('agni-change-password', home);
    paneOf(element).append(probe);
  });
  afterEach(() => home.removeAttribute('style'));
  after(() => home.remove());

  const computed = (token: string) => {
    probe.style.color = `var(--_${token})`;
    return getComputedStyle(probe).color;
  };

  for (const scheme of schemes) {
    for (const property of settable) {
      it(`keep text at 4.5:1 and controls at 3:1 with any ${property}, in ${scheme} (D76)`, () => {
        home.style.colorScheme = scheme;
        fc.assert(
          fc.property(anyColor, (color) => {
            home.style.setProperty(property, color);
            const contrast = ([one, other]: readonly [string, string]) =>
              contrastBetween(computed(one), computed(other));
            for (const pair of texts) {
              // The kit cannot adapt text in the host's own color to a hovered row.
              if (property === '--agni-color-text' && pair[0] === 'text' && pair[1] !== 'bg') continue;
              expect(contrast(pair), `${pair.join(' on ')} with ${color}`).to.be.at.least(4.5);
            }
            for (const pair of edges) expect(contrast(pair), `${pair.join(' on ')} with ${color}`).to.be.at.least(3);
          }),
          { numRuns: 200 },
        );
      });
    }
  }
});

describe('every element in the colors of a host', () => {
  const home = document.createElement('div');

  before(async () => {
    document.body.append(home);
    await Promise.all(tags.map((tag) => mountTag(tag, home)));
  });
  afterEach(() => home.removeAttribute('style'));
  after(() => home.remove());

  for (const scheme of schemes) {
    for (const color of ['#ffe600', '#7a6f2a', '#0a1a4f', '#e11d48']) {
      it(`passes the contrast rule of axe with ${color}, in ${scheme} (D71, D76)`, async () => {
        home.style.colorScheme = scheme;
        home.style.setProperty('--agni-color-accent', color);
        home.style.setProperty('--agni-color-bg', color);
        const { violations } = await run(home, { runOnly: ['color-contrast'], resultTypes: ['violations'] });
        expect(violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join())).join('\n')).to.equal('');
      });
    }
  }
});

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, LitElement, unsafeCSS } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { contrastBetween } from '../demo/pages/studio/contrast.js';
import { registerColors } from '../src/theme/colors.js';
import { tokens } from '../src/theme/tokens.js';

/** Colors, each with the color behind or on it and the promised contrast between the two; 0 promises none. */
const pairs: readonly [name: string, other: string, promised: number][] = [
  ['bg', 'bg', 0],
  ['surface', 'bg', 0],
  ['text', 'bg', 4.5],
  ['muted', 'bg', 4.5],
  ['link', 'bg', 4.5],
  ['danger', 'bg', 4.5],
  ['success', 'bg', 4.5],
  ['warning', 'bg', 4.5],
  ['accent', 'on-accent', 4.5],
  ['on-danger', 'danger', 4.5],
  ['control-border', 'bg', 3],
  ['focus', 'bg', 3],
  ['border', 'bg', 0],
  ['hover', 'bg', 0],
  ['selected', 'bg', 0],
];

/** Shows every color as the kit derives it from the colors that are set around the element. */
class ColorSwatches extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
      }
      .pane {
        padding: 1rem;
        background: var(--_bg);
        color: var(--_text);
      }
      p {
        display: flex;
        margin: 0;
        gap: 0.75rem;
        align-items: center;
        padding-block: 0.25rem;
      }
      span {
        inline-size: 3rem;
        block-size: 2rem;
        border: 1px solid var(--_border);
      }
    `,
    ...pairs.map(([name]) => unsafeCSS(`.${name} { background: var(--_${name}); }`)),
  ];

  override render() {
    registerColors();
    return html`<div class="pane">${pairs.map(([name]) => html`<p><span class=${name}></span><code>--agni-color-${name}</code><i></i></p>`)}</div>`;
  }

  override updated(): void {
    const pane = this.renderRoot.querySelector('.pane') as Element;
    const colorOf = (name: string) => getComputedStyle(pane).getPropertyValue(`--_agni-${name}`);
    for (const [index, row] of [...pane.children].entries()) {
      const [name, other, promised] = pairs[index] as (typeof pairs)[number];
      const contrast = contrastBetween(colorOf(name), colorOf(other));
      (row.querySelector('i') as HTMLElement).textContent = promised ? `${contrast.toFixed(1)}:1 with ${other}` : '';
    }
  }
}
if (!customElements.get('color-swatches')) customElements.define('color-swatches', ColorSwatches);

const meta: Meta = { title: 'Foundations/Colors', tags: ['!autodocs'] };
export default meta;

/** The toolbar changes scheme and theme. The kit derives the colors that a theme leaves out from those that it sets. */
export const Derived: StoryObj = {
  render: (_, { globals: { scheme, theme } }) =>
    html`${keyed(`${scheme} ${theme}`, html`<color-swatches></color-swatches>`)}`,
};

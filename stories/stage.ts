import type { Meta } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { Pane } from '../src/panes/pane.js';
import type { Sandbox } from '../src/sandbox/create-sandbox.js';
import '../src/define/provider.js';

/** The attributes all panes have, as Storybook's controls set them. */
export interface PaneArgs {
  headingLevel: number;
  noHeading: boolean;
  readonly: boolean;
}

/** Controls for the attributes all panes have. */
export const paneControls: Pick<Meta<PaneArgs>, 'args' | 'argTypes'> = {
  args: { headingLevel: 2, noHeading: false, readonly: false },
  argTypes: {
    headingLevel: { name: 'heading-level', control: { type: 'number', min: 1, max: 6 } },
    noHeading: { name: 'no-heading', control: 'boolean' },
    readonly: { control: 'boolean' },
  },
};

/** A pane as a host would place it, in a provider that talks to a sandbox in the page. */
export function stage(sandbox: Sandbox, pane: TemplateResult) {
  return html`<agni-provider base-url="/" .fetch=${sandbox.fetch}>${pane}</agni-provider>`;
}

/** Waits until the staged pane has loaded, or failed to, and has been drawn. */
export async function settled(canvas: HTMLElement): Promise<{ pane: Pane; view: ShadowRoot }> {
  const pane = canvas.querySelector('agni-provider')?.firstElementChild as Pane;
  await customElements.whenDefined(pane.localName);
  while (pane.state === 'loading') await new Promise(requestAnimationFrame);
  await pane.updateComplete;
  return { pane, view: pane.renderRoot as ShadowRoot };
}

/** Waits until something can be found in a pane. */
export async function found<Found extends Element>(view: ShadowRoot, selector: string): Promise<Found> {
  for (;;) {
    const element = view.querySelector<Found>(selector);
    if (element) return element;
    await new Promise(requestAnimationFrame);
  }
}

/** Types into a field, in place of what it holds. */
export function type(view: ShadowRoot, name: string, text: string): void {
  const field = view.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
  if (!field) throw new Error(`There is no field ${name}`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Waits until nothing moves or fades any more: what is half-way there has other colours. */
export async function still(view: ShadowRoot): Promise<void> {
  await Promise.all(view.getAnimations().map(({ finished }) => finished));
}

import { html, type TemplateResult } from 'lit';
import type { Pane } from '../src/panes/pane.js';
import type { Sandbox } from '../src/sandbox/create-sandbox.js';
import '../src/define/provider.js';

/** A pane as a host would place it, in a provider that talks to a sandbox in the page. */
export function stage(sandbox: Sandbox, pane: TemplateResult) {
  return html`<agni-provider base-url="/" .fetch=${sandbox.fetch}>${pane}</agni-provider>`;
}

/** What a story does with its pane once that shows something: opens a dialog, fills a field. */
export type Play = (view: ShadowRoot, pane: Pane) => unknown;

/** Waits until the staged pane has loaded, or failed to, and has been drawn. */
export async function settled(canvas: HTMLElement): Promise<{ pane: Pane; view: ShadowRoot }> {
  const pane = canvas.querySelector('agni-provider')?.firstElementChild as Pane;
  await customElements.whenDefined(pane.localName);
  while (pane.state === 'loading') await new Promise(requestAnimationFrame);
  await pane.updateComplete;
  return { pane, view: pane.renderRoot as ShadowRoot };
}

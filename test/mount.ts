import { fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import type { AgniProvider } from '../src/context/agni-provider.js';
import type { Pane, PaneState } from '../src/elements/base/pane.js';
import { createSandbox, type Sandbox } from '../src/sandbox/create-sandbox.js';
import '../src/define/provider.js';
import { failOnUnhandledRejections, omitElementsFromFailures } from './failures.js';
import { spaceText } from './long/layout-faults.js';
import { waitFor } from './queries.js';
import { user, viewOf } from './user.js';

export { everythingIn } from './everything-in.js';
export { user, viewOf };

/** Waits until a pane is in this state. */
export function untilState(pane: Pane, state: PaneState): Promise<void> {
  return waitFor(() => {
    if (pane.state !== state) throw new Error(`<${pane.localName}> is ${pane.state}, not ${state}`);
  }).then(() => pane.updateComplete.then(() => undefined));
}

/** Waits until an element has no dialog: the close event of a dialog comes in a later task. */
export function untilClosed(element: Element): Promise<void> {
  return waitFor(() => {
    if (element.shadowRoot?.querySelector('dialog')) throw new Error('A dialog is still there');
  });
}

omitElementsFromFailures();
failOnUnhandledRejections();

const stillness = new CSSStyleSheet();
stillness.replaceSync('* { animation: none !important; transition: none !important; }');

/** Disables the animations of an element: contents have other colors while they fade in. */
export function disableAnimations({ shadowRoot }: Element): void {
  shadowRoot?.adoptedStyleSheets.push(stillness);
}

/** Puts one pane on the page, in a provider that uses the sandbox, and waits until the pane has loaded. */
export async function mount<P extends Pane>(template: TemplateResult, sandbox: Sandbox = createSandbox()) {
  const provider = await fixture<AgniProvider>(
    html`<agni-provider base-url="/" .fetch=${sandbox.fetch}>${template}</agni-provider>`,
  );
  const pane = provider.firstElementChild as P;
  disableAnimations(pane);
  if (document.documentElement.dataset.view === 'spaced') spaceText();
  await waitFor(() => {
    if (pane.state === 'loading') throw new Error(`<${pane.localName}> still loads`);
  });
  await pane.updateComplete;
  return { provider, pane, view: viewOf(pane), user, sandbox };
}

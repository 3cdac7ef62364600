import '../../src/define/all.js';
import type { Pane } from '../../src/elements/base/pane.js';
import { registry } from '../../src/elements/registry.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { untilState } from '../mount.js';

/** The tags of all elements that render content. */
export const tags = [...registry.map(({ tag }) => tag), 'agni-settings'];

/** Puts one element into `home`, in a separate provider, and waits until the element shows the sandbox's data. */
export async function mountTag(tag: string, home: Element, sandbox = createSandbox()) {
  const provider = document.createElement('agni-provider');
  provider.baseUrl = '/';
  provider.fetch = sandbox.fetch;
  const element = document.createElement(tag) as Pane;
  provider.append(element);
  home.append(provider);
  await untilState(element, 'ready');
  return { provider, element };
}

/** The element's own outermost box. */
export function paneOf(element: Element): HTMLElement {
  return element.shadowRoot?.querySelector('[part=section]') as HTMLElement;
}

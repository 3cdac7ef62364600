import { html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../../src/define/settings.js';
import type { Pane } from '../../../src/elements/base/pane.js';
import type { AgniSettings } from '../../../src/elements/settings/agni-settings.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { disableAnimations, mount, untilState, viewOf } from '../../mount.js';
import { waitFor } from '../../queries.js';

/** Puts a hub on the page and waits until its open pane has loaded. */
export async function mountHub(
  template: TemplateResult = html`<agni-settings></agni-settings>`,
  sandbox = createSandbox(),
) {
  const mounted = await mount<AgniSettings>(template, sandbox);
  const hub = mounted.pane;
  const root = hub.shadowRoot as ShadowRoot;
  const openPane = async (tag: string) => {
    await waitFor(() => {
      if (!root.querySelector(`${tag}:not([hidden])`)) throw new Error(`<${tag}> is not open`);
    });
    const pane = root.querySelector(tag) as Pane;
    disableAnimations(pane);
    await waitFor(() => {
      if (pane.state === 'loading') throw new Error(`<${tag}> still loads`);
    });
    await pane.updateComplete;
    return { pane, view: viewOf(pane) };
  };
  const link = (name: string) => mounted.view.getByRole('link', { name });
  return { ...mounted, hub, root, openPane, link, untilState };
}

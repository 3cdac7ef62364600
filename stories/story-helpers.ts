import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { Pane } from '../src/elements/base/pane.js';
import type { Sandbox } from '../src/sandbox/create-sandbox.js';
import '../src/define/provider.js';

/** The attributes all panes have, as Storybook's controls set them. */
export interface PaneArgs {
  headingLevel: number;
  noHeading: boolean;
  readonly: boolean;
}

/** Controls for the attributes all panes have; tokens have theirs in the toolbar and in the theme studio. */
export const paneControls: Pick<Meta<PaneArgs>, 'args' | 'argTypes' | 'parameters'> = {
  args: { headingLevel: 2, noHeading: false, readonly: false },
  argTypes: {
    headingLevel: { name: 'heading-level', control: { type: 'number', min: 1, max: 6 } },
    noHeading: { name: 'no-heading', control: 'boolean' },
    readonly: { control: 'boolean' },
  },
};

/** For `fail`: an operation that answers tomorrow. */
export const never = { delay: 24 * 60 * 60 * 1000 };

/** What the toolbar says about the network between a story and its sandbox. */
function networkOf(network: unknown, send: typeof fetch): typeof fetch {
  switch (network) {
    case 'slow':
      return async (...request) => {
        await new Promise((resolve) => setTimeout(resolve, 2000));
        return send(...request);
      };
    case 'failing':
      return async () => Response.json({ success: false, message: 'The server failed.' }, { status: 500 });
    case 'offline':
      return () => Promise.reject(new TypeError('Failed to fetch'));
    default:
      return send;
  }
}

/**
 * Makes the maker of a pane's stories. Each story has a sandbox of its own, given to the provider as its `fetch`; `play`
 * takes it further once the pane has something to show. Role and network of the toolbar apply to every story.
 */
export function createStory(pane: (args: PaneArgs) => TemplateResult) {
  return (makeSandbox: () => Sandbox, play?: (view: ShadowRoot) => void | Promise<void>): StoryObj<PaneArgs> => ({
    render: (args, { globals: { role, network } }) => {
      const sandbox = makeSandbox();
      if (role === 'ADMIN' || role === 'MEMBER') sandbox.as(role);
      const send = networkOf(network, sandbox.fetch);
      return html`<agni-provider base-url="/" .fetch=${send}>${pane(args)}</agni-provider>`;
    },
    ...(play
      ? {
          play: async ({ canvasElement, globals: { network } }) => {
            if (network === 'failing' || network === 'offline') return; // there is nothing to take further
            const view = await settled(canvasElement);
            await play(view);
            // What is half-way through fading in has other colors.
            await Promise.all(view.getAnimations().map(({ finished }) => finished));
          },
        }
      : {}),
  });
}

/** Waits until the staged pane has loaded, or failed to, and has been drawn. */
async function settled(canvas: HTMLElement): Promise<ShadowRoot> {
  const pane = canvas.querySelector('agni-provider')?.firstElementChild as Pane;
  await customElements.whenDefined(pane.localName);
  while (pane.state === 'loading') await new Promise(requestAnimationFrame);
  await pane.updateComplete;
  return pane.renderRoot as ShadowRoot;
}

/** Waits until something can be found in a pane. */
export async function found<Found extends Element>(view: ShadowRoot, selector: string): Promise<Found> {
  for (;;) {
    const element = view.querySelector<Found>(selector);
    if (element) return element;
    await new Promise(requestAnimationFrame);
  }
}

/** Presses a button by what is written on it, once it's there. */
export async function press(view: ShadowRoot, name: string | RegExp): Promise<void> {
  for (;;) {
    const button = [...view.querySelectorAll('button')].find((candidate) => {
      if (!candidate.checkVisibility()) return false;
      const text = candidate.ariaLabel ?? candidate.textContent.replace(/\s+/g, ' ').trim();
      return typeof name === 'string' ? text === name : name.test(text);
    });
    if (button) return button.click();
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

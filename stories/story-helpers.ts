import type { Args, Meta, StoryObj } from '@storybook/web-components-vite';
import { nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import type { Pane } from '../src/elements/base/pane.js';
import { createSandbox, type Sandbox } from '../src/sandbox/create-sandbox.js';
import '../src/define/provider.js';

/** Controls for the attributes that all panes have; tokens are set in the toolbar and in the theme studio. */
export const paneControls: Pick<Meta, 'args' | 'argTypes'> = {
  args: { 'heading-level': 2, 'no-heading': false, readonly: false },
  argTypes: { 'heading-level': { control: { type: 'number', min: 1, max: 6 } } },
};

/** Options for `fail`: the operation is not answered while the story is shown. */
export const never = { delay: 24 * 60 * 60 * 1000 };

/** Wraps a sandbox's `fetch` in the network state that is chosen in the toolbar. */
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

/** Sets the attributes that are chosen in the controls; an empty text or `false` removes the attribute. */
function setAttributes(element: Element, args: Args): void {
  for (const [name, value] of Object.entries(args)) {
    if (value === false || value === '') element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/**
 * Returns a function that creates stories of an element; their args are the element's attributes. Each story has a
 * separate sandbox, as the `fetch` of its provider. A story is ready when all its requests are answered, or when `play`
 * has ended; with `'loading'` it stays at the skeleton. Role and network of the toolbar apply to every story.
 */
export function createStory(tag: string, properties: object = {}, content: unknown = nothing) {
  const name = unsafeStatic(tag);
  return (makeSandbox: () => Sandbox, play?: 'loading' | ((view: ShadowRoot) => void | Promise<void>)): StoryObj => {
    let unanswered = 0;
    return {
      render: (args, { globals: { role, network } }) => {
        const connect = (): typeof fetch => {
          const sandbox = makeSandbox();
          if (role === 'ADMIN' || role === 'MEMBER') sandbox.as(role);
          const answer = networkOf(network, sandbox.fetch);
          unanswered = 0;
          return (...request) => {
            unanswered += 1;
            return answer(...request).finally(() => (unanswered -= 1));
          };
        };
        const prepare = (element?: Element) => element && setAttributes(Object.assign(element, properties), args);
        // Another role or network creates a new sandbox; other changes in toolbar and controls keep the sandbox.
        return html`${keyed(
          `${role} ${network}`,
          html`<agni-provider base-url="/" .fetch=${guard([], connect)}>
            <${name} ${ref(prepare)}>${content}</${name}>
          </agni-provider>`,
        )}`;
      },
      play: async ({ canvasElement, globals: { network } }) => {
        const element = canvasElement.querySelector('agni-provider')?.firstElementChild as Pane;
        await customElements.whenDefined(element.localName);
        await element.updateComplete;
        const view = element.renderRoot as ShadowRoot;
        if (play === 'loading') return;
        while (element.state === 'loading') await nextFrame();
        await element.updateComplete;
        if (!play) while (unanswered) await nextFrame();
        else if (network !== 'failing' && network !== 'offline') await play(view); // else nothing to act on
        // Elements that are still fading in have other colors.
        await Promise.all(view.getAnimations().map(({ finished }) => finished));
      },
    };
  };
}

/** The same story in the pseudo-locale: words have accents and are 40 % longer. */
export const inPseudoLocale = (story: StoryObj): StoryObj => ({ ...story, globals: { lang: 'en-XA' } });

const nextFrame = () => new Promise(requestAnimationFrame);

/** Arguments for a story of a pane that has data but could not refresh it. */
export function unrefreshed(operation: Parameters<Sandbox['fail']>[0]) {
  let sandbox = createSandbox();
  const makeSandbox = () => {
    sandbox = createSandbox();
    return sandbox;
  };
  const play = async (view: ShadowRoot) => {
    sandbox.fail(operation, 500);
    await (view.host as Pane).refresh();
    await found(view, '[part~=notice]');
  };
  return [makeSandbox, play] as const;
}

/** Waits until a pane has an element for a selector. */
export function found<Found extends Element>(view: ShadowRoot, selector: string): Promise<Found> {
  return shown(selector, () => view.querySelector<Found>(selector));
}

/** Waits for a visible button with this accessible name, and presses it. */
export async function press(view: ShadowRoot, name: string | RegExp): Promise<void> {
  const isMeant = (button: HTMLButtonElement) => {
    const text = nameOf(button);
    return button.checkVisibility() && (typeof name === 'string' ? text === name : name.test(text));
  };
  const button = await shown(`button ${name}`, () => [...view.querySelectorAll('button')].find(isMeant));
  button.click();
}

/** Presses an action in the menu of a row. */
export async function pressInMenu(view: ShadowRoot, row: string, action: string): Promise<void> {
  await press(view, `Actions for ${row}`);
  await press(view, action);
}

/** The `aria-label` of a button, else its text without parts that are hidden from assistive technology. */
function nameOf(button: HTMLButtonElement): string {
  const isSpoken = (node: Node) => node instanceof Text || (node instanceof Element && node.ariaHidden !== 'true');
  const text = [...button.childNodes]
    .filter(isSpoken)
    .map(({ textContent }) => textContent)
    .join('');
  return button.ariaLabel ?? text.replace(/\s+/g, ' ').trim();
}

/** Calls `look` in every frame until it returns something; fails after 30 s. */
async function shown<Thing>(what: string, look: () => Thing | null | undefined): Promise<Thing> {
  const end = performance.now() + 30_000;
  for (;;) {
    const thing = look();
    if (thing) return thing;
    if (performance.now() > end) throw new Error(`Not shown within 30 s: ${what}`);
    await nextFrame();
  }
}

/** Replaces the value of a field, and fires `input`. */
export function type(view: ShadowRoot, name: string, text: string): void {
  const field = view.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
  if (!field) throw new Error(`There is no field ${name}`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

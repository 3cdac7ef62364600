import type { Args, Meta, StoryObj } from '@storybook/web-components-vite';
import { nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import type { Pane } from '../src/elements/base/pane.js';
import { createSandbox, type Sandbox } from '../src/sandbox/create-sandbox.js';
import '../src/define/provider.js';

/** Controls for the attributes all panes have; tokens have theirs in the toolbar and in the theme studio. */
export const paneControls: Pick<Meta, 'args' | 'argTypes'> = {
  args: { 'heading-level': 2, 'no-heading': false, readonly: false },
  argTypes: { 'heading-level': { control: { type: 'number', min: 1, max: 6 } } },
};

/** For `fail`: the operation is not answered while the story is shown. */
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

/** Sets the attributes that the controls say; an empty text and `false` leave one out. */
function setAttributes(element: Element, args: Args): void {
  for (const [name, value] of Object.entries(args)) {
    if (value === false || value === '') element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/**
 * Makes the maker of an element's stories, whose args are its attributes. Each story has a sandbox of its own, given to the
 * provider as its `fetch`. A story ends when all its requests are answered; with `play`, when `play` has taken it further;
 * `'loading'` stays at the skeleton. Role and network of the toolbar apply to every story.
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
        // Anew for another role or network, and with the same sandbox after any other change in toolbar and controls.
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
        else if (network !== 'failing' && network !== 'offline') await play(view); // else there is nothing to take further
        // What is half-way through fading in has other colors.
        await Promise.all(view.getAnimations().map(({ finished }) => finished));
      },
    };
  };
}

/** The same story in the pseudo-locale: words have accents and are 40 % longer. */
export const inPseudoLocale = (story: StoryObj): StoryObj => ({ ...story, globals: { lang: 'en-XA' } });

const nextFrame = () => new Promise(requestAnimationFrame);

/** For a story of a pane that has data, and could not read it again. */
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

/** Waits until something can be found in a pane. */
export function found<Found extends Element>(view: ShadowRoot, selector: string): Promise<Found> {
  return shown(selector, () => view.querySelector<Found>(selector));
}

/** Presses a button by its accessible name, once it's there. */
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

/** The label of a button, else its text without what is hidden from assistive technology. */
function nameOf(button: HTMLButtonElement): string {
  const isSpoken = (node: Node) => node instanceof Text || (node instanceof Element && node.ariaHidden !== 'true');
  const text = [...button.childNodes]
    .filter(isSpoken)
    .map(({ textContent }) => textContent)
    .join('');
  return button.ariaLabel ?? text.replace(/\s+/g, ' ').trim();
}

/** Looks in every frame until there is something; fails after 30 s. */
async function shown<Thing>(what: string, look: () => Thing | null | undefined): Promise<Thing> {
  const end = performance.now() + 30_000;
  for (;;) {
    const thing = look();
    if (thing) return thing;
    if (performance.now() > end) throw new Error(`Not shown within 30 s: ${what}`);
    await nextFrame();
  }
}

/** Types into a field, in place of what it holds. */
export function type(view: ShadowRoot, name: string, text: string): void {
  const field = view.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
  if (!field) throw new Error(`There is no field ${name}`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

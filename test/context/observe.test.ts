import { expect, fixture, html } from '@open-wc/testing';
import { observe, observeTags } from '../../src/define/observe.js';
import { stopClock } from '../clock.js';
import { waitFor } from '../queries.js';

const isDefined = (tag: string) => customElements.get(tag) !== undefined;

// Loaded modules stay loaded, so these tests depend on their order.
describe('a script-tag page', () => {
  it('loads no pane before its tag appears', async () => {
    const root = await fixture(html`<div></div>`);
    const shadow = root.attachShadow({ mode: 'open' });
    observe(document);
    observe(shadow);
    expect([isDefined('agni-org-settings'), isDefined('agni-api-keys')]).to.deep.equal([false, false]);
  });

  it('loads a pane when its tag appears, and that one alone', async () => {
    await fixture(html`<div><section><agni-profile></agni-profile></section></div>`);
    await customElements.whenDefined('agni-profile');
    expect([isDefined('agni-org-settings'), isDefined('agni-api-keys')]).to.deep.equal([false, false]);
  });

  it('loads the hub together with the pane that it opens first', async () => {
    await fixture(html`<agni-settings></agni-settings>`); // the hub opens no pane without a provider
    await Promise.all(['agni-settings', 'agni-org-settings'].map((tag) => customElements.whenDefined(tag)));
  });

  it('loads a pane for a tag in a shadow root it was shown', async () => {
    const root = await fixture(html`<div></div>`);
    const shadow = root.attachShadow({ mode: 'open' });
    shadow.append(document.createElement('agni-api-keys'));
    observe(shadow);
    await customElements.whenDefined('agni-api-keys');
  });
});

/** Records the elements in whose subtree the kit searches, until `restore` is called. */
function recordSearches() {
  const searched: Node[] = [];
  const patched = [Document, DocumentFragment, Element].flatMap(({ prototype }) =>
    (['querySelector', 'querySelectorAll', 'getElementsByTagName'] as const).flatMap((name) => {
      const original = (prototype as Document)[name] as ((query: string) => unknown) | undefined;
      if (!original) return [];
      const record = function (this: Node, query: string) {
        searched.push(this);
        return original.call(this, query);
      };
      Object.assign(prototype, { [name]: record });
      return [() => Object.assign(prototype, { [name]: original })];
    }),
  );
  const restore = () => {
    for (const undo of patched) undo();
  };
  return { searched, restore };
}

describe('observing a page', () => {
  const loaded: string[] = [];
  const loader = (tag: string) => async () => void loaded.push(tag);
  const tagLoaders = { 'x-one': loader('x-one'), 'x-two': loader('x-two') };

  beforeEach(() => loaded.splice(0));

  it('searches what was added and nothing else (D18)', async () => {
    const root = await fixture<HTMLElement>(html`<div><p>Text</p><ul><li></li></ul></div>`);
    observeTags(root, tagLoaders);
    const { searched, restore } = recordSearches();
    try {
      const added = document.createElement('section');
      added.innerHTML = '<h2>Heading</h2><x-two></x-two>';
      root.append(added, 'text', document.createComment('comment'));
      root.firstElementChild?.replaceChildren('other text');
      root.querySelector('ul')?.setAttribute('class', 'changed');
      searched.splice(0);
      await waitFor(() => expect(loaded).to.deep.equal(['x-two']));
      expect([...new Set(searched)]).to.deep.equal([added]);
    } finally {
      restore();
    }
  });

  it('loads a tag once, however often it appears', async () => {
    const root = await fixture<HTMLElement>(html`<div><x-one></x-one><p><x-one></x-one></p></div>`);
    observeTags(root, tagLoaders);
    root.append(document.createElement('x-one'), document.createElement('x-two'));
    await waitFor(() => expect(loaded).to.deep.equal(['x-one', 'x-two']));
  });

  it('tries again what could not be loaded, and says why in the console', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const logged: unknown[] = [];
    const { error } = console;
    console.error = (reason: unknown) => logged.push(reason);
    const failure = new TypeError('Failed to fetch');
    let attempts = 0;
    try {
      await stopClock(async (clock) => {
        observeTags(root, { 'x-one': () => (attempts++ ? tagLoaders['x-one']() : Promise.reject(failure)) });
        root.append(document.createElement('x-one'));
        await waitFor(() => expect(logged).to.deep.equal([failure]));
        await clock.tickAsync(4999);
        expect(loaded).to.deep.equal([]);
        await clock.tickAsync(1);
        expect(loaded).to.deep.equal(['x-one']);
      });
    } finally {
      console.error = error;
    }
  });
});

import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { waitFor } from '../../queries.js';
import { mount } from '../api-keys/keys.js';
import { mountHub } from '../settings/hub.js';

type Mounted = Awaited<ReturnType<typeof mount>>;

const dialogOf = ({ pane }: Pick<Mounted, 'pane'>) => pane.shadowRoot?.querySelector('dialog') ?? undefined;
const isModal = (mounted: Mounted) => !!dialogOf(mounted)?.matches(':modal');
/** Whether a button of the page can be clicked: a modal dialog blocks the rest of the page. */
const pageAnswers = (button: HTMLElement) => {
  const { x, y } = button.getBoundingClientRect();
  return document.elementFromPoint(x + 1, y + 1) === button;
};

const waysToHide: [string, (pane: HTMLElement) => () => void][] = [
  [
    'hidden',
    (pane) => {
      pane.hidden = true;
      return () => pane.removeAttribute('hidden');
    },
  ],
  [
    'inside an ancestor that is not displayed',
    (pane) => {
      const ancestor = pane.parentElement as HTMLElement;
      ancestor.style.display = 'none';
      return () => ancestor.style.removeProperty('display');
    },
  ],
];

describe('a dialog of a pane that is hidden', () => {
  for (const [name, hide] of waysToHide) {
    it(`closes when the pane is ${name}, and frees the page (D4)`, async () => {
      const button = await fixture<HTMLElement>(html`<button>of the host page</button>`);
      const mounted = await mount();
      await mounted.openForm();
      expect(pageAnswers(button)).to.equal(false);
      hide(mounted.pane);
      await waitFor(() => expect(!!dialogOf(mounted)).to.equal(false));
      expect(pageAnswers(button)).to.equal(true);
    });

    it(`steps aside with an unsaved secret when the pane is ${name}, and comes back with it (D4)`, async () => {
      const button = await fixture<HTMLElement>(html`<button>of the host page</button>`);
      const mounted = await mount();
      const secret = await mounted.created('kept while hidden');
      const show = hide(mounted.pane);
      await waitFor(() => expect(pageAnswers(button)).to.equal(true));
      expect(mounted.pane.dirty).to.equal(true);
      show();
      await waitFor(() => expect(isModal(mounted)).to.equal(true));
      expect(mounted.field('API Key').value).to.equal(secret);
    });
  }

  it('holds its pane of the hub open while a key is shown and the address goes back (D4)', async () => {
    const hash = location.hash;
    location.hash = 'organization';
    const { hub, openPane, link } = await mountHub(html`<agni-settings routing="hash"></agni-settings>`);
    try {
      link('API Keys').click();
      const { pane, view } = await openPane('agni-api-keys');
      view.getByRole('button', { name: '+ New Key' }).click();
      await view.findByRole('dialog', { name: 'New API Key' });
      const name = view.getByLabelText<HTMLInputElement>('Name');
      name.value = 'held';
      name.dispatchEvent(new InputEvent('input', { bubbles: true }));
      view.getByRole('button', { name: 'Create Key' }).click();
      await view.findByRole('dialog', { name: 'Save your API key' });
      history.back();
      await waitFor(() => expect(location.hash).to.equal('#api-keys'));
      await nextFrame();
      expect(hub.pane).to.equal('api-keys');
      expect(!!pane.shadowRoot?.querySelector('dialog:modal')).to.equal(true);
    } finally {
      history.replaceState(null, '', hash || location.pathname);
    }
  });
});

describe('a modal dialog', () => {
  it('keeps the page behind from scrolling, and lets it scroll again (D7)', async () => {
    const { openForm, press } = await mount();
    const { documentElement: page } = document;
    await openForm();
    expect(getComputedStyle(page).overflowY).to.equal('hidden');
    await press('Cancel');
    await waitFor(() => expect(getComputedStyle(page).overflowY).to.equal('visible'));
  });

  it('keeps Escape to itself, so that a modal of the host page stays open (D8)', async () => {
    const mounted = await mount();
    const heard: boolean[] = [];
    const listen = ({ key, defaultPrevented }: KeyboardEvent) => key === 'Escape' && heard.push(defaultPrevented);
    document.addEventListener('keydown', listen);
    try {
      await mounted.openForm();
      await sendKeys({ press: 'Escape' });
      await waitFor(() => expect(!!dialogOf(mounted)).to.equal(false));
      expect(heard).to.deep.equal([]);
    } finally {
      document.removeEventListener('keydown', listen);
    }
  });

  it('keeps a draft that Escape closed without calling the pane edited (D9)', async () => {
    const mounted = await mount();
    await mounted.openForm();
    await mounted.user.fill(mounted.field('Name'), 'half a name');
    expect(mounted.pane.dirty).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await waitFor(() => expect(!!dialogOf(mounted)).to.equal(false));
    expect(mounted.pane.dirty).to.equal(false);
    await mounted.openForm();
    expect(mounted.field('Name').value).to.equal('half a name');
  });
});

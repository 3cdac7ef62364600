import { expect, nextFrame } from '@open-wc/testing';
import { html, nothing } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import { confirmation } from '../../src/ui/confirmation.js';
import { dialog } from '../../src/ui/dialog.js';
import { lockScroll } from '../../src/ui/scroll-lock.js';
import { key } from '../keyboard.js';
import { user } from '../mount.js';
import { waitFor } from '../queries.js';
import { show } from './template-host.js';

const texts = { cancel: 'Cancel', confirm: 'Delete', isDangerous: true };

/** A page with a button that opens a dialog. */
async function showDialog(content: () => unknown, options: { isGuarded?: boolean; description?: string } = {}) {
  const state = { isOpen: false, isGuarded: !!options.isGuarded, closed: 0, refused: 0 };
  const element = createRef<HTMLDialogElement>();
  const rendered = await show(() => [
    html`<button @click=${() => open()}>Open</button>`,
    state.isOpen
      ? dialog({
          heading: 'Delete the key',
          description: options.description,
          content: content(),
          isGuarded: state.isGuarded,
          refused: () => {
            state.refused += 1;
          },
          closed: () => {
            state.isOpen = false;
            state.closed += 1;
            void rendered.update();
          },
          element,
        })
      : nothing,
  ]);
  const open = () => {
    state.isOpen = true;
    return rendered.update();
  };
  const opener = rendered.view.getByRole('button', { name: 'Open' });
  await user.click(opener);
  const untilClosed = () => waitFor(() => expect(!!rendered.view.queryByRole('dialog')).to.equal(false));
  return { ...rendered, state, element, open, opener, untilClosed };
}

describe('a dialog', () => {
  it('is named by its heading and described by its consequence', async () => {
    const { view } = await showDialog(() => nothing, { description: 'Apps that use the key stop working.' });
    const shown = view.getByRole('dialog', { name: 'Delete the key' });
    const id = shown.getAttribute('aria-describedby');
    expect(shown.querySelector(`#${id}`)?.textContent).to.equal('Apps that use the key stop working.');
  });

  it('closes by Escape, and gives the focus back to what opened it', async () => {
    const { state, opener, focused, untilClosed } = await showDialog(() => nothing);
    await key('Escape');
    await untilClosed();
    expect(state.closed).to.equal(1);
    expect(focused() === opener).to.equal(true);
  });

  it('stays open at Escape while it is guarded, and closes once it is not', async () => {
    const { view, state, update, untilClosed } = await showDialog(() => nothing, { isGuarded: true });
    await key('Escape');
    await key('Escape');
    expect(view.getByRole<HTMLDialogElement>('dialog').open).to.equal(true);
    expect([state.refused, state.closed]).to.deep.equal([2, 0]);
    state.isGuarded = false;
    await update();
    await key('Escape');
    await untilClosed();
  });

  it('leaves the next dialog open when its own close event comes late', async () => {
    const { state, element, update, open, view } = await showDialog(() => nothing);
    element.value?.close(); // the close event comes in a later task
    state.isOpen = false;
    await update();
    await open();
    await nextFrame();
    await nextFrame();
    expect(view.getByRole<HTMLDialogElement>('dialog').open).to.equal(true);
    expect(state.closed).to.equal(0);
  });
});

describe('the end of a dialog that asks first', () => {
  it('begins at Cancel, which leads out', async () => {
    let acts = 0;
    const { view, focused, untilClosed } = await showDialog(() => [
      html`<a href="#more">What this means</a>`,
      confirmation({ ...texts, error: undefined, isPending: false, act: () => ++acts }),
    ]);
    expect(focused() === view.getByRole('button', { name: 'Cancel' })).to.equal(true);
    await key('Enter');
    await untilClosed();
    expect(acts).to.equal(0);
  });

  it('offers no way out while the action is under way, and says why it failed', async () => {
    let state: { isPending: boolean; error: string | undefined } = { isPending: true, error: undefined };
    const act = () => undefined;
    const { view, update, untilClosed } = await showDialog(() =>
      confirmation({ ...texts, ...state, status: state.isPending ? 'Deleting…' : '', act }),
    );
    await user.click(view.getByRole('button', { name: 'Cancel' }));
    expect(view.getByRole<HTMLDialogElement>('dialog').open).to.equal(true);
    expect(view.getByRole('status').textContent).to.equal('Deleting…');
    expect(!!view.queryByRole('alert')).to.equal(false);
    state = { isPending: false, error: 'The server failed.' };
    await update();
    expect(view.getByRole('alert').textContent).to.equal('The server failed.');
    await user.click(view.getByRole('button', { name: 'Cancel' }));
    await untilClosed();
  });
});

describe('the lock on the scrolling of the page', () => {
  const { style } = document.documentElement;
  afterEach(() => style.removeProperty('overflow'));

  it('holds until the last dialog is closed, however often each one lets go', () => {
    const [first, second] = [lockScroll(), lockScroll()];
    first();
    first();
    expect(style.overflow).to.equal('hidden');
    second();
    expect(style.overflow).to.equal('');
  });

  it('restores what the page itself says', () => {
    style.overflow = 'clip';
    lockScroll()();
    expect(style.overflow).to.equal('clip');
  });
});

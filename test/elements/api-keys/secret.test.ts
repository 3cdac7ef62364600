import { expect } from '@open-wc/testing';
import { listApiKeys } from '../../../src/contract/api-keys.js';
import { everythingIn } from '../../mount.js';
import { waitFor } from '../../queries.js';
import { mount, textOf, withClipboard } from './keys.js';

const press = (element: Element, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

describe('<agni-api-keys> showing a new key', () => {
  it('shows it once, in a field and nowhere else, then forgets it (C59)', async () => {
    const events: unknown[] = [];
    const note = (event: Event) => void events.push([event.type, (event as CustomEvent).detail]);
    const names = ['agni-before-create-api-key', 'agni-api-key-created', 'agni-error', 'agni-dirty-change'];
    for (const name of names) addEventListener(name, note);
    const { pane, created, done, field } = await mount();
    const secret = await created('canary');
    expect(secret).to.match(/^agni_.{40,}/);
    expect(field('API Key').readOnly).to.equal(true);
    const { outerHTML } = pane.shadowRoot!.querySelector('dialog')!;
    expect(outerHTML).not.to.contain(secret);
    await done();
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    expect(everythingIn(document)).not.to.contain(secret);
    expect(JSON.stringify([events, { ...localStorage }, { ...sessionStorage }, location.href])).not.to.contain(secret);
    expect(events).to.have.length.above(1);
    for (const name of names) removeEventListener(name, note);
  });

  it('closes neither by Escape nor by a stray click nor by Done, until it was copied or said to be stored', async () => {
    const { pane, created, field, press: click, user, button } = await mount();
    await created('guarded');
    const open = pane.shadowRoot!.querySelector('dialog')!;
    expect(open.getAttribute('closedby')).to.equal('none');
    expect(press(open, 'Escape')).to.equal(false);
    expect(open.dispatchEvent(new Event('cancel', { cancelable: true }))).to.equal(false);
    open.click();
    expect(button('Done').getAttribute('aria-disabled')).to.equal('true');
    await click('Done');
    expect(open.open).to.equal(true);
    await user.click(field('I have stored this key'));
    expect(button('Done').getAttribute('aria-disabled')).to.equal('false');
    await click('Done');
    await waitFor(() => expect(open.isConnected).to.equal(false));
  });

  it('goes on showing it when the list is refused meanwhile', async () => {
    const { pane, created, done, field, sandbox } = await mount();
    const secret = await created('just in time');
    sandbox.fail(listApiKeys, 403, 'FORBIDDEN');
    await pane.refresh();
    await waitFor(() => expect(pane.state).to.equal('denied'));
    await pane.updateComplete;
    expect(field('API Key').value).to.equal(secret);
    await done();
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    expect(pane.dirty).to.equal(false);
  });

  it('copies it, says so in a live region that was there before, and may be closed then', async () => {
    let clipboard = '';
    const restore = withClipboard(async (text) => {
      clipboard = text;
    });
    try {
      const { created, press: click, button, pane } = await mount();
      const secret = await created('copied');
      const region = pane.shadowRoot!.querySelector('dialog [role=status]')!;
      expect(textOf(region)).to.equal('');
      await click('Copy key');
      await waitFor(() => expect(textOf(region)).to.equal('Key copied.'));
      expect(clipboard).to.equal(secret);
      expect(button('Done').getAttribute('aria-disabled')).to.equal('false');
    } finally {
      restore();
    }
  });

  it('selects it and names the keys to press where the clipboard is refused (C43)', async () => {
    const restore = withClipboard(() => Promise.reject(new DOMException('denied', 'NotAllowedError')));
    try {
      const { created, press: click, button, field, view, pane } = await mount();
      const secret = await created('by hand');
      await click('Copy key');
      await view.findByText(/Press Ctrl\+C/);
      const { selectionStart, selectionEnd } = field('API Key');
      expect([selectionStart, selectionEnd]).to.deep.equal([0, secret.length]);
      expect(pane.shadowRoot?.activeElement).to.equal(field('API Key'));
      expect(button('Done').getAttribute('aria-disabled')).to.equal('true');
      field('API Key').dispatchEvent(new ClipboardEvent('copy', { bubbles: true, composed: true }));
      await waitFor(() => expect(button('Done').getAttribute('aria-disabled')).to.equal('false'));
    } finally {
      restore();
    }
  });

  it('leads the focus into the dialog, and back to where it came from', async () => {
    const { pane, created, done, button } = await mount();
    await created('focus');
    expect(pane.shadowRoot?.activeElement).to.equal(button('Copy key'));
    await done();
    await waitFor(() => expect(pane.shadowRoot?.activeElement).to.equal(button('+ New Key')));
  });

  it('asks before the page is left with a key that is not stored yet', async () => {
    const { pane, created, field, user } = await mount();
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).to.equal(true);
    await created('unstored');
    expect(pane.dirty).to.equal(true);
    expect(leave()).to.equal(false);
    await user.click(field('I have stored this key'));
    expect(pane.dirty).to.equal(false);
    expect(leave()).to.equal(true);
  });

  for (const [what, leave] of [
    [
      'the page is put away (C46)',
      () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
    ],
    ['the page is frozen', () => document.dispatchEvent(new Event('freeze'))],
  ] as const) {
    it(`forgets it when ${what}`, async () => {
      const { pane, created } = await mount();
      const secret = await created('put away');
      leave();
      await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await pane.updateComplete;
      expect(everythingIn(document)).not.to.contain(secret);
    });
  }

  it('forgets the key when the pane is removed from the page (C59)', async () => {
    const { pane, created, provider } = await mount();
    const secret = await created('taken away');
    pane.remove();
    await Promise.resolve();
    provider.append(pane);
    await pane.updateComplete;
    await waitFor(() => expect(!!pane.shadowRoot?.querySelector('dialog')).to.equal(false));
    expect(everythingIn(document)).not.to.contain(secret);
  });

  it('keeps showing the key when the pane is moved on the page (D5)', async () => {
    const { pane, created, provider, field, done } = await mount();
    const secret = await created('on the move');
    for (let move = 0; move < 5; move++) provider.append(pane);
    await pane.updateComplete;
    expect(field('API Key').value).to.equal(secret);
    expect(pane.shadowRoot?.querySelectorAll('dialog:modal')).to.have.length(1);
    await done();
    await waitFor(() => expect(!!pane.shadowRoot?.querySelector('dialog')).to.equal(false));
  });

  it('forgets it when another user signs in, and when the user is signed out (C10)', async () => {
    const { pane, created, provider, sandbox } = await mount();
    const secret = await created('of A');
    provider.userKey = 'B';
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    expect(everythingIn(document)).not.to.contain(secret);
    await waitFor(() => expect(pane.state).to.equal('ready'));
    const another = await created('of B');
    sandbox.as('anonymous');
    await pane.refresh();
    await waitFor(() => expect(pane.state).to.equal('signed-out'));
    expect(everythingIn(document)).not.to.contain(another);
  });

  it('shows examples of the host’s own address that never hold the key, in tabs moved through by arrow keys', async () => {
    const { provider, pane, created, view } = await mount();
    provider.baseUrl = 'https://agni.example/';
    await provider.updateComplete;
    await waitFor(() => expect(pane.state).to.equal('ready'));
    const secret = await created('examples');
    const seen: string[] = [];
    for (const name of ['cURL', 'Python', 'JavaScript']) {
      const tab = view.getByRole('tab', { name, selected: true });
      expect(tab.tabIndex).to.equal(0);
      const panel = view.getByRole('tabpanel', { name });
      expect(panel.textContent).to.contain('https://agni.example/api/v1/agents/');
      expect(panel.textContent).to.match(/X-Api-Key"?: "?YOUR_API_KEY/);
      expect(view.getByRole('button', { name: `Copy ${name} example` })).to.exist;
      seen.push(panel.textContent ?? '');
      tab.focus();
      press(tab, 'ArrowRight');
      await pane.updateComplete;
      expect(pane.shadowRoot?.activeElement?.getAttribute('role')).to.equal('tab');
    }
    expect(view.getByRole('tab', { name: 'cURL', selected: true })).to.exist;
    expect(seen.join()).not.to.contain(secret);
    press(view.getByRole('tab', { name: 'cURL' }), 'End');
    await pane.updateComplete;
    expect(view.getByRole('tab', { name: 'JavaScript', selected: true })).to.exist;
  });

  it('copies an example with its placeholder', async () => {
    let clipboard = '';
    const restore = withClipboard(async (text) => {
      clipboard = text;
    });
    try {
      const { created, press: click, button } = await mount();
      await created('example');
      await click('Copy cURL example');
      await waitFor(() =>
        expect(clipboard).to.match(/^curl ".*\/api\/v1\/agents\/" \\\n {2}-H "X-Api-Key: YOUR_API_KEY"$/),
      );
      expect(button('Done').getAttribute('aria-disabled')).to.equal('true');
    } finally {
      restore();
    }
  });

  it('tells of a copied example beside its button, in a live region that was there before', async () => {
    const restore = withClipboard(() => Promise.resolve());
    try {
      const { created, press: click, pane } = await mount();
      await created('example told');
      const [ofKey, ofExample] = pane.shadowRoot!.querySelectorAll('dialog [role=status]');
      expect(ofExample?.closest('[role=tabpanel]')).to.exist;
      await click('Copy cURL example');
      await waitFor(() => expect(textOf(ofExample)).to.equal('Copied'));
      expect(textOf(ofKey)).to.equal('');
      await click('Copy key');
      await waitFor(() => expect(textOf(ofKey)).to.equal('Key copied.'));
      expect(textOf(ofExample)).to.equal('');
    } finally {
      restore();
    }
  });

  it('counts a key as not copied any more once an example took its place on the clipboard', async () => {
    const restore = withClipboard(() => Promise.resolve());
    try {
      const { created, press: click, pane, button, field, user } = await mount();
      await created('overwritten');
      const isDoneOff = () => button('Done').getAttribute('aria-disabled');
      const status = () => textOf(pane.shadowRoot!.querySelector('dialog [role=status]'));
      await click('Copy key');
      await waitFor(() => expect(isDoneOff()).to.equal('false'));
      await click('Copy cURL example');
      await waitFor(() => expect(isDoneOff()).to.equal('true'));
      expect(status()).to.match(/replaced the key on your clipboard/);
      expect(pane.dirty).to.equal(true);
      await click('Copy key');
      await waitFor(() => expect(isDoneOff()).to.equal('false'));
      const example = pane.shadowRoot!.querySelector('pre')!;
      example.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, composed: true })); // as by keyboard
      await waitFor(() => expect(isDoneOff()).to.equal('true'));
      await user.click(field('I have stored this key'));
      await click('Copy cURL example');
      expect(isDoneOff()).to.equal('false');
    } finally {
      restore();
    }
  });

  it('starts anew with every key, from its first sight on', async () => {
    const restore = withClipboard(() => Promise.resolve());
    try {
      const { pane, created, press: click, button, create, dialog } = await mount();
      await created('the first');
      await click('Copy key');
      await waitFor(() => expect(button('Done').getAttribute('aria-disabled')).to.equal('false'));
      await click('Done');
      await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
      const seen: (string | null | undefined)[] = [];
      pane.addController({
        hostUpdated: () => {
          const open = pane.shadowRoot!.querySelector('dialog:has(#key)');
          if (open) seen.push(textOf(open.querySelector('[role=status]')));
          if (open) seen.push(open.querySelector('[aria-describedby=done-when]')?.getAttribute('aria-disabled'));
        },
      });
      await create('the second');
      await dialog('Save your API key');
      expect(seen.slice(0, 2)).to.deep.equal(['', 'true']);
    } finally {
      restore();
    }
  });

  it('says what to do, every time, where it is not closed by Escape or by Done', async () => {
    const { pane, created, press: click, field, user } = await mount();
    await created('not yet');
    const open = pane.shadowRoot!.querySelector('dialog')!;
    const region = [...open.querySelectorAll('[role=status]')].at(-1);
    const first = "Copy the key or confirm that you've stored it to close.";
    expect(textOf(region)).to.equal('');
    press(open, 'Escape');
    await waitFor(() => expect(textOf(region)).to.equal(first));
    press(open, 'Escape');
    await pane.updateComplete;
    expect(textOf(region)).to.equal(''); // an unchanged live region would not be announced
    await waitFor(() => expect(textOf(region)).to.equal(first));
    await user.click(field('I have stored this key'));
    expect(textOf(region)).to.equal('');
    press(open, 'Escape');
    await waitFor(() => expect(textOf(region)).to.equal('Press Done to close.'));
    await user.click(field('I have stored this key'));
    await click('Done');
    await waitFor(() => expect(textOf(region)).to.equal(first));
  });

  it('makes a key that works at once', async () => {
    const { created, sandbox } = await mount();
    const secret = await created('works');
    const url = new URL('/api/v1/agents/', location.href);
    const response = await sandbox.fetch(url, { headers: { 'X-Api-Key': secret } });
    expect(response.status).to.equal(200);
  });

  it('is accessible, in light and dark', async () => {
    const { pane, provider, created } = await mount();
    await created('axe');
    for (const theme of ['light', 'dark'] as const) {
      provider.theme = theme;
      await pane.updateComplete;
      await expect(pane).to.be.accessible();
    }
  });
});

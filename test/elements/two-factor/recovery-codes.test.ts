import { expect } from '@open-wc/testing';
import { getTwoFactor } from '../../../src/contract/two-factor.js';
import { catchFiles, pretendFrame } from '../../files.js';
import { everythingIn } from '../../mount.js';
import { waitFor } from '../../queries.js';
import { mount } from './pane.js';

/** Replaces `navigator.clipboard` until the returned function is called. */
function withClipboard(writeText: (text: string) => Promise<void>): () => void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return () => {
    delete (navigator as { clipboard?: Clipboard }).clipboard;
  };
}

describe('<agni-two-factor> showing recovery codes', () => {
  it('shows them once, then forgets them (C59)', async () => {
    const heard: unknown[] = [];
    const note = (event: Event) => void heard.push([event.type, (event as CustomEvent).detail]);
    const names = ['agni-before-enable-two-factor', 'agni-two-factor-enabled', 'agni-dirty-change', 'agni-ready'];
    for (const name of names) addEventListener(name, note);
    const { enable, done } = await mount();
    const { secret, codes } = await enable();
    await done();
    const places = [everythingIn(document), heard, { ...localStorage }, { ...sessionStorage }, location.href];
    for (const canary of [secret, ...codes]) expect(JSON.stringify(places)).not.to.contain(canary);
    expect(heard.map((entry) => (entry as string[])[0])).to.include.members(names);
    for (const name of names) removeEventListener(name, note);
  });

  it('closes only once the user confirmed that they are saved, and asks before the page is left until then', async () => {
    const { pane, root, user, button, field, press, enable, closed } = await mount();
    await enable();
    const open = root.querySelector('dialog')!;
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(open.getAttribute('closedby')).to.equal('none');
    expect(open.dispatchEvent(new Event('cancel', { cancelable: true }))).to.equal(false);
    expect(button('Done').ariaDisabled).to.equal('true');
    await press('Done');
    expect(open.open).to.equal(true);
    expect([pane.dirty, leave()]).to.deep.equal([true, false]);
    pane.reset();
    expect(open.open).to.equal(true);
    await user.click(field('I have saved these codes'));
    expect([pane.dirty, leave()]).to.deep.equal([false, true]);
    await press('Done');
    await closed();
  });

  it('leads the focus to them, and from them on', async () => {
    const { root, button, enable, done } = await mount();
    await enable();
    expect(root.activeElement).to.equal(button('Copy codes'));
    await done();
    expect(root.activeElement).to.equal(button('New Recovery Codes'));
  });

  it('copies all of them, a line each, and says so', async () => {
    let clipboard = '';
    const restore = withClipboard(async (text) => {
      clipboard = text;
    });
    try {
      const { view, press, enable } = await mount();
      const { codes } = await enable();
      await press('Copy codes');
      await waitFor(() => view.getByText('Codes copied.'));
      expect(clipboard.split('\n')).to.deep.equal(codes);
    } finally {
      restore();
    }
  });

  it('selects them and names the keys to press where the clipboard is refused (C43)', async () => {
    const restore = withClipboard(() => Promise.reject(new DOMException('denied', 'NotAllowedError')));
    try {
      const { view, press, enable, codes } = await mount();
      await enable();
      await press('Copy codes');
      await view.findByText(/Press Ctrl\+C/);
      expect(codes()).not.to.be.empty;
    } finally {
      restore();
    }
  });

  it('hands them over as a file, and lets go of it with the dialog', async () => {
    const { files, revoked, restore } = catchFiles();
    try {
      const { press, enable, done } = await mount();
      const { codes } = await enable();
      await press('Download codes');
      expect(files).to.have.lengthOf(1);
      expect(files[0]?.name).to.equal('recovery-codes.txt');
      const text = await files[0]!.blob.text();
      expect(text).to.contain('owner@northwind.example');
      for (const code of codes) expect(text.split('\n')).to.contain(code);
      expect(revoked).not.to.contain(files[0]?.url);
      await done();
      expect(revoked).to.contain(files[0]?.url);
    } finally {
      restore();
    }
  });

  it('says in a frame, which may block downloads, how to save them otherwise (D20)', async () => {
    const { restore } = catchFiles();
    const endFrame = pretendFrame();
    try {
      const { view, press, enable } = await mount();
      await enable();
      await press('Download codes');
      await view.findByText(/If you don't see a file, this site blocks downloads. Copy or print the codes instead./);
    } finally {
      endFrame();
      restore();
    }
  });

  it('prints them and nothing else, and leaves nothing behind', async () => {
    const { root, press, enable, done } = await mount();
    const { codes } = await enable();
    const printed: (string | null)[][] = [];
    // Runs before the frame's own listener, so that no print dialog opens.
    root.addEventListener(
      'load',
      ({ target }) => {
        const view = (target as HTMLIFrameElement).contentWindow!;
        view.print = () => void printed.push(Array.from(view.document.body.children, (block) => block.textContent));
      },
      { capture: true },
    );
    await press('Print codes');
    await waitFor(() => expect(printed).to.have.lengthOf(1));
    const [heading, ...lines] = printed[0]!;
    expect(lines).to.include.members(codes);
    expect(heading).to.equal('Recovery codes for owner@northwind.example');
    root.querySelector('iframe')?.contentWindow?.dispatchEvent(new Event('afterprint'));
    expect(root.querySelector('iframe')).to.equal(null);
    await press('Print codes');
    await waitFor(() => expect(printed).to.have.lengthOf(2));
    await done();
    expect(root.querySelector('iframe')).to.equal(null);
  });

  for (const [what, leave] of [
    ['it leaves the page', (pane: Element) => pane.remove()],
    ['somebody else signs in', (pane: Element) => pane.parentElement?.setAttribute('user-key', 'B')],
    [
      'the page is put away (C46)',
      () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
    ],
    ['the page is frozen', () => document.dispatchEvent(new Event('freeze'))],
  ] as const) {
    it(`forgets them when ${what}`, async () => {
      const { pane, provider, enable, closed } = await mount();
      const { codes } = await enable();
      leave(pane);
      await provider.updateComplete;
      if (!pane.isConnected) provider.append(pane);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await closed();
      for (const code of codes) expect(everythingIn(document)).not.to.contain(code);
    });
  }

  it('keeps them on screen whatever becomes of the pane behind them', async () => {
    const { pane, enable, codes, done, sandbox } = await mount();
    const { codes: shown } = await enable();
    sandbox.fail(getTwoFactor, 403);
    await pane.refresh();
    await waitFor(() => expect(pane.state).to.equal('denied'));
    expect(codes()).to.deep.equal(shown);
    await done();
  });

  it('forgets them when the user is signed out', async () => {
    const { pane, sandbox, enable } = await mount();
    const { codes } = await enable();
    sandbox.as('anonymous');
    await pane.refresh();
    await waitFor(() => expect(pane.state).to.equal('signed-out'));
    for (const code of codes) expect(everythingIn(document)).not.to.contain(code);
  });

  it('is accessible in light and dark', async () => {
    const { pane, provider, enable, still } = await mount();
    await enable();
    await still();
    for (const theme of ['light', 'dark'] as const) {
      provider.theme = theme;
      await pane.updateComplete;
      await expect(pane).to.be.accessible();
    }
  });
});

import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/define/security.js';
import { getCurrentUser } from '../../../src/contract/me.js';
import { getTwoFactor } from '../../../src/contract/two-factor.js';
import type { Pane } from '../../../src/elements/base/pane.js';
import type { AgniSecurity } from '../../../src/elements/security/agni-security.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane, untilState, user, viewOf } from '../../mount.js';
import { waitFor } from '../../queries.js';

const tags = ['agni-change-password', 'agni-two-factor', 'agni-sessions'];

const mount = async (sandbox = createSandbox(), template = html`<agni-security></agni-security>`) => {
  const mounted = await mountPane<AgniSecurity>(template, sandbox);
  const root = mounted.pane.shadowRoot as ShadowRoot;
  const part = (tag: string) => root.querySelector(tag) as Pane;
  const parts = () => [...root.querySelectorAll<Pane>('.parts > *')];
  return { ...mounted, root, part, parts };
};

/** A sandbox that always describes the owner as a user with a temporary password. */
async function withTemporaryPassword() {
  const sandbox = createSandbox();
  const answer = await sandbox.fetch(new URL('/api/v1/users/me', location.href));
  const body = await answer.json();
  const temporary = { ...body, data: { ...body.data, must_change_password: true } };
  return sandbox.fail(getCurrentUser, 200, undefined, { body: temporary });
}

describe('<agni-security>', () => {
  it('does not render twice in a row because of its parts (D91)', async () => {
    const { litIssuedWarnings } = globalThis as unknown as { litIssuedWarnings: Set<string> };
    const ofUpdates = () => [...litIssuedWarnings].filter((text) => /agni-security scheduled an update/.test(text));
    for (const warning of ofUpdates()) litIssuedWarnings.delete(warning);
    const { parts } = await mount();
    for (const part of parts()) await untilState(part, 'ready');
    expect(ofUpdates()).to.deep.equal([]);
  });

  it('is made of password, second factor and sessions, a level of headings below its own', async () => {
    const { pane, view, parts } = await mount(createSandbox(), html`<agni-security heading-level="3"></agni-security>`);
    view.getByRole('heading', { name: 'Security', level: 3 });
    expect(parts().map(({ localName }) => localName)).to.deep.equal(tags);
    for (const part of parts()) await untilState(part, 'ready');
    const headings = ['Change Password', 'Two-Factor Authentication', 'Active Sessions'];
    for (const [index, name] of headings.entries()) {
      viewOf(parts()[index] as Pane).getByRole('heading', { name, level: 4 });
    }
    await expect(pane).to.be.accessible();
  });

  it('leaves the level to its parts where its own heading is left out', async () => {
    const { part } = await mount(createSandbox(), html`<agni-security no-heading></agni-security>`);
    await untilState(part('agni-change-password'), 'ready');
    viewOf(part('agni-change-password')).getByRole('heading', { name: 'Change Password', level: 2 });
  });

  it('hands its parts on for a host to style', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('agni-security::part(button-primary) { outline: 3px solid rgb(1, 2, 3); }');
    document.adoptedStyleSheets.push(sheet);
    try {
      const { part } = await mount();
      await untilState(part('agni-change-password'), 'ready');
      const button = viewOf(part('agni-change-password')).getByRole('button', { name: 'Change Password' });
      expect(getComputedStyle(button).outlineColor).to.equal('rgb(1, 2, 3)');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  });

  it('shows the change of a temporary password and nothing else, until it is done', async () => {
    const sandbox = await withTemporaryPassword();
    const { pane, parts, part } = await mount(sandbox);
    expect(pane.state).to.equal('ready');
    expect(parts().map(({ localName }) => localName)).to.deep.equal(tags.slice(0, 1));
    const form = part('agni-change-password');
    await untilState(form, 'ready');
    const view = viewOf(form);
    view.getByText(/^Your password is temporary/);
    await user.fill(view.getByLabelText('Current Password'), 'Purple-otter-42');
    await user.fill(view.getByLabelText('New Password'), 'Walnut harbour seven');
    await user.fill(view.getByLabelText('Confirm New Password'), 'Walnut harbour seven');
    sandbox.fail(getCurrentUser, 0, undefined, { times: 1, delay: 1 });
    await user.click(view.getByRole('button', { name: 'Change Password' }));
    await waitFor(() => expect(parts().map(({ localName }) => localName)).to.deep.equal(tags));
    for (const each of parts()) await untilState(each, 'ready');
    expect(part('agni-change-password')).to.equal(form);
    view.getByText(/^Password changed/);
  });

  it('says once that it is ready, and once that something is unsaved', async () => {
    const heard: [string, unknown][] = [];
    const note = ({ type, detail }: CustomEvent) => void heard.push([type, detail]);
    document.documentElement.addEventListener('agni-ready', note);
    document.documentElement.addEventListener('agni-dirty-change', note);
    const { pane, parts, part } = await mount();
    for (const each of parts()) await untilState(each, 'ready');
    await user.fill(viewOf(part('agni-change-password')).getByLabelText('New Password'), 'something');
    await waitFor(() => expect(pane.dirty).to.equal(true));
    await pane.updateComplete;
    pane.reset();
    await waitFor(() => expect(pane.dirty).to.equal(false));
    await pane.updateComplete;
    await waitFor(() => expect(heard).to.have.lengthOf(3));
    expect(heard).to.deep.equal([
      ['agni-ready', null],
      ['agni-dirty-change', { dirty: true }],
      ['agni-dirty-change', { dirty: false }],
    ]);
    document.documentElement.removeEventListener('agni-ready', note);
    document.documentElement.removeEventListener('agni-dirty-change', note);
  });

  it('lets what its parts say through', async () => {
    const { pane, part } = await mount();
    await untilState(part('agni-two-factor'), 'ready');
    const before = oneEvent(pane, 'agni-before-enable-two-factor');
    const view = viewOf(part('agni-two-factor'));
    await user.click(view.getByRole('button', { name: 'Enable Two-Factor Authentication' }));
    await user.fill(await view.findByLabelText('Password'), 'Purple-otter-42');
    await user.click(view.getByRole('button', { name: 'Continue' }));
    await before;
  });

  it('stands with what it can show where one part is unavailable or read-only', async () => {
    const sandbox = createSandbox().fail(getTwoFactor, 404);
    const { part, parts } = await mount(sandbox, html`<agni-security readonly></agni-security>`);
    await untilState(part('agni-two-factor'), 'unavailable');
    await untilState(part('agni-sessions'), 'ready');
    expect(parts().every(({ readonly }) => readonly)).to.equal(true);
  });
});

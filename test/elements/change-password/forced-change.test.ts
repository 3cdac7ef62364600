import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/change-password.js';
import '../../../src/define/org-settings.js';
import '../../../src/define/settings.js';
import '../../../src/define/two-factor.js';
import type { TemplateResult } from 'lit';
import type { AgniProvider } from '../../../src/context/agni-provider.js';
import { getOrganization } from '../../../src/contract/organization.js';
import type { Pane } from '../../../src/elements/base/pane.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { untilState, user, viewOf } from '../../mount.js';
import { waitFor } from '../../queries.js';

const temporary = 'Purple-otter-42';

/** Panes of a user with a temporary password, and the events that the host receives. */
async function mount(content: TemplateResult) {
  const sandbox = createSandbox();
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ email: 'priya.raman@northwind.example', password: temporary });
  const url = new URL('/api/v1/auth/login', location.href);
  const answer = await sandbox.fetch(url, { method: 'POST', headers, body });
  const { data } = await answer.json();
  expect(data.must_change_password).to.equal(true);
  const heard: string[] = [];
  const root = await fixture<HTMLElement>(html`<div></div>`);
  for (const name of ['agni-password-change-required', 'agni-auth-required'] as const) {
    root.addEventListener(name, ({ type }) => void heard.push(type));
  }
  const provider = await fixture<AgniProvider>(
    html`<agni-provider base-url="/" sign-in-url="/sign-in" .fetch=${sandbox.fetch} .getToken=${() => data.access_token}>
      ${content}
    </agni-provider>`,
    { parentNode: root },
  );
  const pane = <P extends Pane>(tag: string) => provider.querySelector(tag) as P;
  return { sandbox, provider, pane, heard };
}

/** Replaces the temporary password. */
async function change(pane: Pane) {
  const view = viewOf(pane);
  await user.fill(view.getByLabelText('Current Password'), temporary);
  await user.fill(view.getByLabelText('New Password'), 'Walnut harbour seven');
  await user.fill(view.getByLabelText('Confirm New Password'), 'Walnut harbour seven');
  await user.click(view.getByRole('button', { name: 'Change Password' }));
}

describe('a temporary password', () => {
  it('leads every pane to where it is changed, says so once, and afterwards all of them load (C18)', async () => {
    const { pane, heard } = await mount(html`
      <agni-org-settings></agni-org-settings>
      <agni-two-factor></agni-two-factor>
      <agni-change-password></agni-change-password>
    `);
    const others = [pane('agni-org-settings'), pane('agni-two-factor')];
    const place = pane('agni-change-password');
    await untilState(place, 'ready');
    for (const other of others) await untilState(other, 'denied');
    viewOf(place).getByText(/^Your password is temporary/);
    for (const other of others) {
      viewOf(other).getByText('Change your temporary password first.');
      await user.click(viewOf(other).getByRole('button', { name: 'Change Password' }));
      expect(document.activeElement).to.equal(place);
      expect(place.shadowRoot?.activeElement?.getAttribute('name')).to.equal('current_password');
      await expect(other).to.be.accessible();
    }
    expect(heard).to.deep.equal(['agni-password-change-required']);
    await change(place);
    for (const other of others) await untilState(other, 'ready');
    viewOf(place).getByText(/^Password changed/);
    await waitFor(() => expect(viewOf(place).queryByText(/^Your password is temporary/)).to.equal(null));
    expect(heard).to.deep.equal(['agni-password-change-required']);
  });

  it('leads to the security settings where the page has all settings, whatever else could change it (C18)', async () => {
    const { pane, provider } = await mount(html`
      <agni-change-password></agni-change-password>
      <agni-org-settings></agni-org-settings>
      <agni-settings></agni-settings>
    `);
    await untilState(pane('agni-org-settings'), 'denied');
    await untilState(pane('agni-change-password'), 'ready');
    const settings = provider.querySelector('agni-settings');
    await waitFor(() => expect(settings?.pane).to.equal('organization'));
    await user.click(viewOf(pane('agni-org-settings')).getByRole('button', { name: 'Change Password' }));
    await waitFor(() => expect(settings?.pane).to.equal('security'));
  });

  it('leads to the link to signing in where nothing on the page changes it', async () => {
    const { pane, provider } = await mount(html`<agni-org-settings></agni-org-settings>`);
    const organization = pane('agni-org-settings');
    await untilState(organization, 'denied');
    const view = viewOf(organization);
    expect(view.queryByRole('button')).to.equal(null);
    expect(view.getByRole('link', { name: 'Sign in' }).getAttribute('href')).to.equal('/sign-in');

    provider.append(document.createElement('agni-change-password'));
    await waitFor(() => view.getByRole('button', { name: 'Change Password' }));
    expect(view.queryByRole('link')).to.equal(null);
    provider.lastElementChild?.remove();
    await waitFor(() => view.getByRole('link', { name: 'Sign in' }));
    provider.removeAttribute('sign-in-url');
    await waitFor(() => expect(view.queryByRole('link')).to.equal(null));
    view.getByText('Change your temporary password first.');
  });

  it('is not led to where changing it is read-only or switched off', async () => {
    const { pane, provider } = await mount(html`
      <agni-org-settings></agni-org-settings><agni-change-password readonly></agni-change-password>
    `);
    await untilState(pane('agni-org-settings'), 'denied');
    const view = viewOf(pane('agni-org-settings'));
    view.getByRole('link', { name: 'Sign in' });
    pane('agni-change-password').readonly = false;
    await waitFor(() => view.getByRole('button', { name: 'Change Password' }));
    provider.endpoints = { changePassword: null };
    await waitFor(() => view.getByRole('link', { name: 'Sign in' }));
  });

  it('denies panes that were at work when the server first asks for it', async () => {
    const sandbox = createSandbox();
    const provider = await fixture<AgniProvider>(
      html`<agni-provider base-url="/" .fetch=${sandbox.fetch}>
        <agni-org-settings></agni-org-settings><agni-two-factor></agni-two-factor>
        <agni-change-password></agni-change-password>
      </agni-provider>`,
    );
    const panes = [...provider.children] as Pane[];
    for (const pane of panes) await untilState(pane, 'ready');
    let asked = 0;
    provider.addEventListener('agni-password-change-required', () => asked++);
    sandbox.fail(getOrganization, 403, 'PASSWORD_CHANGE_REQUIRED');
    await panes[0]?.refresh();
    await untilState(panes[0] as Pane, 'denied');
    await user.click(viewOf(panes[0] as Pane).getByRole('button', { name: 'Change Password' }));
    expect(document.activeElement).to.equal(panes[2]);
    await panes[0]?.refresh();
    expect(asked).to.equal(1);
  });

  it('is changed in one place for all providers of a page', async () => {
    const { sandbox, provider, pane } = await mount(html`<agni-change-password></agni-change-password>`);
    const { getToken } = provider;
    const other = await fixture<AgniProvider>(
      html`<agni-provider base-url="/" .fetch=${sandbox.fetch} .getToken=${getToken}>
        <agni-org-settings></agni-org-settings>
      </agni-provider>`,
    );
    const organization = other.firstElementChild as Pane;
    await untilState(organization, 'denied');
    await untilState(pane('agni-change-password'), 'ready');
    await change(pane('agni-change-password'));
    await untilState(organization, 'ready');
  });
});

import { expect, html } from '@open-wc/testing';
import { listApiKeys } from '../../../src/contract/api-keys.js';
import { getCalcomStatus } from '../../../src/contract/calcom.js';
import { getGhlSetupStatus } from '../../../src/contract/ghl.js';
import { listSessions } from '../../../src/contract/sessions.js';
import { getTwoFactor } from '../../../src/contract/two-factor.js';
import { listUsers } from '../../../src/contract/users.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { user } from '../../mount.js';
import { waitFor, within } from '../../queries.js';
import { mountHub } from './hub.js';

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const later = new Date(Date.now() + 86_400_000).toISOString();

const answer = (data: unknown[]) => ({ body: { success: true, message: '', data } });
const enabled = { body: { success: true, message: '', data: { enabled: true } } };
const session = { id: 'a', is_current: false, last_active_at: ago(31) };
const key = { id: 'k', name: 'key', is_active: true, created_at: ago(100), expires_at: later, last_used_at: ago(1) };
const userOf = (id: string, more = {}) => ({
  ...{ id, email: `${id}@northwind.example`, role: 'OWNER', status: 'ACTIVE', two_factor_enabled: true },
  ...more,
});

/** A workspace without items to review. */
const wellKept = () =>
  createSandbox()
    .fail(getTwoFactor, 200, undefined, enabled)
    .fail(listSessions, 200, undefined, answer([{ ...session, last_active_at: ago(1) }]))
    .fail(listApiKeys, 200, undefined, answer([key]))
    .fail(listUsers, 200, undefined, answer([userOf('a'), userOf('b')]))
    .integrations({ ghl: 'active', calcom: [] });

async function mountOpen(sandbox = createSandbox(), template = html`<agni-settings></agni-settings>`) {
  const mounted = await mountHub(template, sandbox);
  const { view, root } = mounted;
  const button = view.getByRole('button', { name: 'Security Check-up' });
  expect(button.getAttribute('aria-expanded')).to.equal('false');
  await user.click(button);
  const region = await waitFor(() => {
    const found = root.querySelector<HTMLElement>('.findings');
    if (!found || found.textContent?.includes('Checking…')) throw new Error('Still checking');
    return found;
  });
  return { ...mounted, button, region, check: within(region) };
}

describe('the security check-up', () => {
  it('does not make the hub render twice in a row when a pane opens (D91)', async () => {
    const { litIssuedWarnings } = globalThis as unknown as { litIssuedWarnings: Set<string> };
    const ofUpdates = () => [...litIssuedWarnings].filter((text) => /agni-settings scheduled an update/.test(text));
    const unprotected = { body: { success: true, message: '', data: { enabled: false } } };
    const sandbox = wellKept().fail(getTwoFactor, 200, undefined, unprotected);
    const { link, openPane, root } = await mountHub(html`<agni-settings pane="security"></agni-settings>`, sandbox);
    await waitFor(() => expect(root.querySelector('.check-up b')?.textContent).to.equal('1'));
    for (const warning of ofUpdates()) litIssuedWarnings.delete(warning);
    await user.click(link('API Keys'));
    await openPane('agni-api-keys');
    expect(ofUpdates()).to.deep.equal([]);
  });

  it('says that there are no issues', async () => {
    const { check, hub, region, root } = await mountOpen(wellKept());
    expect(check.getByRole('status').textContent).to.equal('No issues found.');
    const pane = root.querySelector('agni-org-settings');
    expect(region.getBoundingClientRect().bottom).to.be.at.most(pane?.getBoundingClientRect().top ?? 0);
    expect(region.querySelector('li')).to.equal(null);
    await expect(hub).to.be.accessible();
  });

  it('gathers what does, and leads to where it is put right', async () => {
    const sandbox = wellKept()
      .fail(getTwoFactor, 200, undefined, { body: { success: true, message: '', data: { enabled: false } } })
      .fail(listSessions, 200, undefined, answer([session, { ...session, id: 'b', is_current: true }]))
      .fail(
        listApiKeys,
        200,
        undefined,
        answer([
          { ...key, id: '1', expires_at: null },
          { ...key, id: '2', last_used_at: null },
          { ...key, id: '3', last_used_at: ago(91) },
          { ...key, id: '4', last_used_at: null, expires_at: null, is_active: false },
        ]),
      )
      .fail(
        listUsers,
        200,
        undefined,
        answer([
          userOf('a'),
          userOf('b', { role: 'ADMIN', two_factor_enabled: false }),
          userOf('c', { status: 'DISABLED' }),
        ]),
      )
      .integrations({
        ghl: 'token_invalid',
        calcom: [{ account_name: 'Front', status: 'inactive', error: 'Revoked' }],
      });
    const { hub, check, region, openPane } = await mountOpen(sandbox);
    expect(check.getByRole('status').textContent).to.equal('9 items to review');
    const facts = [...region.querySelectorAll('li')].map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
    expect(facts).to.deep.equal([
      'You sign in without two-factor authentication. Open Security',
      '1 user signs in without two-factor authentication. Open Users',
      'GoHighLevel is no longer connected. Reconnect it. Open Integrations',
      '1 Cal.com account no longer works. Open Integrations',
      '1 of your sessions has been idle for more than 30 days. Open Security',
      '1 API key never expires. Open API Keys',
      '1 API key was never used. Open API Keys',
      '1 API key has not been used for 90 days. Open API Keys',
      'There is only one owner. If that account is lost, the workspace has none. Open Users',
    ]);
    const groups = check
      .getAllByRole('list')
      .map((list) => [list.ariaLabelledByElements?.[0]?.textContent?.trim(), list.children.length]);
    expect(groups).to.deep.equal([
      ['Critical', 4],
      ['Warnings', 5],
    ]);
    expect(!!check.queryByText('Passed')).to.equal(false);
    await expect(hub).to.be.accessible();
    const listed = ['1', '2', '3'];
    for (const [index, button] of check.getAllByRole('button', { name: 'Open API Keys' }).entries()) {
      await user.click(button);
      const { view, pane } = await openPane('agni-api-keys');
      const rows = () => [...(pane.shadowRoot?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];
      await waitFor(() => expect(rows().map(({ dataset }) => dataset.id)).to.deep.equal([listed[index]]));
      await waitFor(() => expect(pane.shadowRoot?.activeElement === view.getByLabelText('Filter')).to.equal(true));
    }
  });

  it('names what it found to be in order', async () => {
    const { check } = await mountOpen(wellKept().fail(listSessions, 200, undefined, answer([session])));
    check.getByText('Warnings');
    check.getByText('Passed');
    check.getByText('two-factor authentication, API keys, users, GoHighLevel, and Cal.com');
    expect(!!check.queryByText('Critical')).to.equal(false);
  });

  it('counts in the navigation what the panes have read, and reads nothing for that', async () => {
    const sandbox = createSandbox();
    const hub = await mountHub(html`<agni-settings panes="api-keys security"></agni-settings>`, sandbox);
    const button = hub.view.getByRole('button', { name: 'Security Check-up' });
    const count = () => {
      const [text] = button.ariaDescribedByElements?.map(({ textContent }) => textContent) ?? [];
      return Number(/^(\d+) items? to review$/.exec(text ?? '')?.[1]);
    };
    await waitFor(() => expect(count()).to.be.greaterThan(0));
    const ofKeys = count();
    const paths = sandbox.requests().map(({ path }) => path);
    expect(paths.filter((path) => /sessions|2fa|two-factor|users$|ghl|calcom/.test(path))).to.deep.equal([]);
    await user.click(hub.link('Security'));
    await waitFor(() => expect(count()).to.be.greaterThan(ofKeys));
    await expect(hub.hub).to.be.accessible();
  });

  it('hears of changes only while the hub is on the page', async () => {
    const endless = { ...key, expires_at: null };
    const sandbox = wellKept().fail(listApiKeys, 200, undefined, answer([endless]));
    const { hub, root, provider } = await mountHub(html`<agni-settings panes="api-keys"></agni-settings>`, sandbox);
    const keys = document.createElement('agni-api-keys');
    provider.append(keys);
    const count = () => root.querySelector('.check-up b')?.textContent;
    await waitFor(() => expect(count()).to.equal('1'));
    hub.remove();
    await hub.updateComplete;
    let updates = 0;
    const requestUpdate = hub.requestUpdate.bind(hub);
    hub.requestUpdate = (...change) => {
      updates++;
      requestUpdate(...change);
    };
    sandbox.fail(listApiKeys, 200, undefined, answer([endless, { ...key, id: 'k2', last_used_at: null }]));
    await keys.refresh();
    await waitFor(() => expect(keys.shadowRoot?.querySelectorAll('tbody tr')).to.have.length(2));
    expect(updates).to.equal(0);
    provider.append(hub);
    await waitFor(() => expect(count()).to.equal('2'));
    sandbox.fail(listApiKeys, 200, undefined, answer([endless]));
    await keys.refresh();
    await waitFor(() => expect(count()).to.equal('1'));
  });

  it('leads from the own sign-in to its part of the security pane', async () => {
    const { check, openPane } = await mountOpen();
    await user.click(check.getAllByRole('button', { name: 'Open Security' })[0] as HTMLElement);
    const { pane } = await openPane('agni-security');
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.localName).to.equal('agni-two-factor'));
  });

  it('leads to the users whom a finding is about (D33)', async () => {
    const { check, region, openPane } = await mountOpen();
    const finding = [...region.querySelectorAll('li')].find(({ textContent }) =>
      textContent?.includes('users sign in'),
    );
    await user.click(within(finding as HTMLElement).getByRole('button', { name: 'Open Users' }));
    const { pane, view } = await openPane('agni-users');
    await waitFor(() => expect(view.getByLabelText<HTMLSelectElement>('Two-Factor').value).to.equal('off'));
    await waitFor(() => expect(view.getAllByRole('rowheader')).to.have.length(7)); // without Kofi Mensah
    expect(pane.shadowRoot?.activeElement?.id).to.equal('two_factor');
    expect(check.getByRole('status')).to.exist;
  });

  it('says what it could not look at, never that all is well, and looks again', async () => {
    const sandbox = wellKept()
      .fail(getCalcomStatus, 400, undefined, { times: 1 })
      .fail(getGhlSetupStatus, 400, undefined, { times: 1 });
    const { check, hub } = await mountOpen(sandbox);
    check.getByText("Couldn't check: GoHighLevel and Cal.com.");
    check.getByText('No issues found in what could be checked.');
    await expect(hub).to.be.accessible();
    await user.click(check.getByRole('button', { name: 'Try Again' }));
    await check.findByText('No issues found.');
    expect(hub.shadowRoot?.activeElement?.textContent).to.equal('No issues found.');
    expect(check.queryByText(/^Couldn't check/)).to.equal(null);
  });

  it('says how many users it checked, if there are too many', async () => {
    const { check } = await mountOpen(createSandbox({ users: 250 }));
    check.getByText(/^Checked the first 200 of 25\d users\.$/);
  });

  it('checks only what a MEMBER owns, for a MEMBER', async () => {
    const { check, region } = await mountOpen(createSandbox().as('MEMBER'));
    check.getByText('Only owners and admins can check users, API keys and connections.');
    expect(region.textContent).not.to.contain("Couldn't check");
  });

  it('asks for nothing before it is opened, nor of what is not listed', async () => {
    const { region } = await mountOpen(
      wellKept().fail(listSessions, 500),
      html`<agni-settings panes="organization api-keys"></agni-settings>`,
    );
    expect(region.textContent).to.contain('No issues found.');
  });

  it('says that it could not look at what the server does not have', async () => {
    const { check } = await mountOpen(wellKept().fail(listSessions, 404));
    check.getByText(/^Couldn't check: sessions/);
  });

  it('counts again after a user was removed', async () => {
    const without = (id: string) => userOf(id, { two_factor_enabled: false });
    const users = [userOf('a'), userOf('b'), without('c')];
    const sandbox = wellKept().fail(listUsers, 200, undefined, answer([...users, without('d')]));
    const { hub, check } = await mountOpen(sandbox);
    const name = /without two-factor authentication/;
    expect(check.getByText(name).textContent).to.contain('2 ');
    sandbox.fail(listUsers, 200, undefined, answer(users));
    hub.dispatchEvent(new CustomEvent('agni-user-removed', { bubbles: true, composed: true }));
    await waitFor(() => expect(check.getByText(name).textContent).to.contain('1 '));
  });
});

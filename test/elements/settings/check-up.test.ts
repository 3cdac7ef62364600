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

/** A workspace without anything to review. */
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
    if (!found || found.textContent?.includes('Looking…')) throw new Error('It still looks');
    return found;
  });
  return { ...mounted, button, region, check: within(region) };
}

describe('the security check-up', () => {
  it('says that there are no issues', async () => {
    const { check, hub, region } = await mountOpen(wellKept());
    expect(check.getByRole('status').textContent).to.equal('Nothing deserves a look.');
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
    expect(check.getByRole('status').textContent).to.equal('9 things deserve a look.');
    const facts = [...region.querySelectorAll('li')].map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
    expect(facts).to.deep.equal([
      'You sign in without a second factor. Open Security',
      '1 of your sessions has been idle for more than 30 days. Open Security',
      '1 API key never expires. Open API Keys',
      '1 API key was never used. Open API Keys',
      '1 API key has not been used for 90 days. Open API Keys',
      '1 member signs in without a second factor. Open Users',
      'There is only one owner: if that account is lost, nobody can do what an owner can. Open Users',
      'The connection to GoHighLevel needs to be renewed. Open Integrations',
      '1 Cal.com account no longer works. Open Integrations',
    ]);
    await expect(hub).to.be.accessible();
    await user.click(check.getAllByRole('button', { name: 'Open API Keys' })[0] as HTMLElement);
    await openPane('agni-api-keys');
  });

  it('says what it could not look at, never that all is well, and looks again', async () => {
    const sandbox = wellKept()
      .fail(getCalcomStatus, 400, undefined, { times: 1 })
      .fail(getGhlSetupStatus, 400, undefined, { times: 1 });
    const { check, hub } = await mountOpen(sandbox);
    check.getByText('Could not be looked at: GoHighLevel and Cal.com.');
    check.getByText('Nothing of what could be read deserves a look.');
    await expect(hub).to.be.accessible();
    await user.click(check.getByRole('button', { name: 'Try Again' }));
    await check.findByText('Nothing deserves a look.');
    expect(hub.shadowRoot?.activeElement?.textContent).to.equal('Nothing deserves a look.');
    expect(check.queryByText(/^Could not be looked at/)).to.equal(null);
  });

  it('says of how many members it speaks, where there are too many to look at', async () => {
    const { check } = await mountOpen(createSandbox({ users: 250 }));
    check.getByText(/^Of 25\d members, the first 200 were looked at\.$/);
  });

  it('looks at what is a member’s own, for a member', async () => {
    const { check, region } = await mountOpen(createSandbox().as('MEMBER'));
    check.getByText('Members, API keys and connections are looked at for owners and admins.');
    expect(region.textContent).not.to.contain('Could not be looked at');
  });

  it('asks for nothing before it is opened, nor of what is not listed', async () => {
    const { region } = await mountOpen(
      wellKept().fail(listSessions, 500),
      html`<agni-settings panes="organization api-keys"></agni-settings>`,
    );
    expect(region.textContent).to.contain('Nothing deserves a look.');
  });
});

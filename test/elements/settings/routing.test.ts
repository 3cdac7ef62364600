import { expect, html, oneEvent } from '@open-wc/testing';
import { user } from '../../mount.js';
import { waitFor } from '../../queries.js';
import { mountHub } from './hub.js';

const routed = html`<agni-settings routing="hash"></agni-settings>`;

/** Comes to another name in the address, as by a link of the page. */
async function follow(name: string) {
  const changed = oneEvent(window, 'hashchange');
  location.hash = name;
  await changed;
}

async function goBack() {
  const changed = oneEvent(window, 'hashchange');
  history.back();
  await changed;
}

describe('<agni-settings routing="hash">', () => {
  beforeEach(() => history.replaceState(null, '', location.pathname + location.search));
  after(() => history.replaceState(null, '', location.pathname + location.search));

  for (const id of [
    ...['organization', 'profile', 'security', 'api-keys'],
    ...['users', 'invite-user', 'integrations', 'api-reference'],
  ]) {
    it(`opens what a link to #${id} leads to`, async () => {
      history.replaceState(null, '', `#${id}`);
      const { hub } = await mountHub(routed);
      expect(hub.pane).to.equal(id);
      expect(location.hash).to.equal(`#${id}`);
    });
  }

  it('keeps the address with the open pane, and follows it back', async () => {
    const { hub, link, openPane } = await mountHub(routed);
    await openPane('agni-org-settings');
    expect(location.hash).to.equal('');
    await user.click(link('Profile'));
    await openPane('agni-profile');
    expect(location.hash).to.equal('#profile');
    await user.click(link('Security'));
    await openPane('agni-security');
    await goBack();
    await openPane('agni-profile');
    hub.pane = 'api-keys';
    await openPane('agni-api-keys');
    expect(location.hash).to.equal('#api-keys');
  });

  it('keeps what was typed when somebody goes back', async () => {
    const { hub, link, openPane } = await mountHub(routed);
    await user.click(link('Profile'));
    const { view } = await openPane('agni-profile');
    await user.click(link('Organization'));
    await openPane('agni-org-settings');
    await user.click(link('Profile'));
    await openPane('agni-profile');
    await user.fill(view.getByLabelText('First Name'), 'Adaeze');
    await goBack();
    await openPane('agni-org-settings');
    expect(hub.dirty).to.equal(true);
    await user.click(link('Profile'));
    expect((view.getByLabelText('First Name') as HTMLInputElement).value).to.equal('Adaeze');
    hub.reset();
  });

  it('follows the address from when it is told to, and no longer', async () => {
    history.replaceState(null, '', '#profile');
    const { hub, openPane } = await mountHub(html`<agni-settings pane="security"></agni-settings>`);
    await openPane('agni-security');
    hub.routing = 'hash';
    await openPane('agni-profile');
    hub.routing = 'none';
    await follow('api-keys');
    expect(hub.pane).to.equal('profile');
  });

  it('names a pane that the host opens, also where the address named none yet', async () => {
    const { hub, openPane } = await mountHub(routed);
    await openPane('agni-org-settings');
    hub.pane = 'security';
    await openPane('agni-security');
    expect(location.hash).to.equal('#security');
  });

  it('leaves names to the page that are none of its own', async () => {
    const { hub, openPane } = await mountHub(routed);
    await openPane('agni-org-settings');
    await follow('elsewhere');
    expect(hub.pane).to.equal('organization');
    expect(location.hash).to.equal('#elsewhere');
  });

  it('stays where the host says so, with an address that tells it', async () => {
    const { hub, openPane } = await mountHub(routed);
    await openPane('agni-org-settings');
    hub.addEventListener('agni-navigate', (event) => event.preventDefault());
    await follow('profile');
    await waitFor(() => expect(location.hash).to.equal('#organization'));
    expect(hub.pane).to.equal('organization');
  });

  it('stands beside another one that lists other panes', async () => {
    history.replaceState(null, '', '#security');
    const { provider, openPane, link } = await mountHub(
      html`<agni-settings routing="hash" panes="organization profile"></agni-settings>`,
    );
    const other = document.createElement('agni-settings');
    other.routing = 'hash';
    other.panes = 'security api-keys';
    provider.append(other);
    await other.updateComplete;
    await openPane('agni-org-settings');
    expect(other.pane).to.equal('security');
    await user.click(link('Profile'));
    await openPane('agni-profile');
    expect(location.hash).to.equal('#profile');
    expect(other.pane).to.equal('security');
  });

  it('has nothing to do with the address otherwise', async () => {
    history.replaceState(null, '', '#profile');
    const { hub, link, openPane } = await mountHub(html`<agni-settings></agni-settings>`);
    expect(hub.pane).to.equal('organization');
    await user.click(link('Security'));
    await openPane('agni-security');
    expect(location.hash).to.equal('#profile');
  });
});

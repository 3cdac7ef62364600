import { expect, html, oneEvent } from '@open-wc/testing';
import { paneIds } from '../../../src/elements/settings/navigation-items.js';
import { user } from '../../mount.js';
import { waitFor } from '../../queries.js';
import { mountHub } from './hub.js';

const routed = html`<agni-settings routing="hash"></agni-settings>`;

/** Changes the name in the address, as a link of the page does. */
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

  for (const id of paneIds) {
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

  it('keeps what was typed when the user goes back', async () => {
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

  it('leaves names that are not of its panes to the page', async () => {
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

  for (const base of ['/other/', 'https://elsewhere.example/app/']) {
    describe(`below <base href="${base}">`, () => {
      const element = Object.assign(document.createElement('base'), { href: base });
      const page = location.pathname + location.search;
      beforeEach(() => document.head.prepend(element));
      afterEach(() => element.remove());

      it('links to panes on the page itself (D11)', async () => {
        const { link } = await mountHub(routed);
        expect((link('Profile') as HTMLAnchorElement).href).to.equal(`${location.origin}${page}#profile`);
      });

      it('keeps the page in the address, whether the user or the host opens a pane (D11)', async () => {
        const { hub, link, openPane } = await mountHub(routed);
        await user.click(link('Profile'));
        await openPane('agni-profile');
        expect(location.pathname + location.search + location.hash).to.equal(`${page}#profile`);
        hub.pane = 'security';
        await openPane('agni-security');
        expect(location.pathname + location.search + location.hash).to.equal(`${page}#security`);
        hub.addEventListener('agni-navigate', (event) => event.preventDefault());
        await follow('profile');
        expect(location.pathname + location.search + location.hash).to.equal(`${page}#security`);
      });
    });
  }

  it('returns to the first pane where the address has no hash (D12)', async () => {
    const { hub, link, openPane } = await mountHub(routed);
    await openPane('agni-org-settings');
    await user.click(link('Profile'));
    await openPane('agni-profile');
    await goBack();
    await openPane('agni-org-settings');
    expect(hub.pane).to.equal('organization');
    expect(location.hash).to.equal('');
  });

  it('returns to the pane the host began with where the address has no hash (D12)', async () => {
    const { link, openPane } = await mountHub(html`<agni-settings routing="hash" pane="security"></agni-settings>`);
    await openPane('agni-security');
    await user.click(link('Profile'));
    await openPane('agni-profile');
    await user.click(link('Organization'));
    await openPane('agni-org-settings');
    await follow('');
    await openPane('agni-security');
    expect(location.hash).to.equal('');
  });

  for (const id of ['café', 'नियम', 'a b', '100%']) {
    const billing = html`<agni-settings routing="hash"><p slot="pane:${id}" label="Own">Own content</p></agni-settings>`;

    it(`opens a pane of the host named ${id} by its link and by the address (D13)`, async () => {
      const { hub, link, openPane } = await mountHub(billing);
      await openPane('agni-org-settings');
      await user.click(link('Own'));
      await waitFor(() => expect(hub.pane).to.equal(id));
      const { hash } = location;
      expect((link('Own') as HTMLAnchorElement).hash).to.equal(hash);
      await goBack();
      await openPane('agni-org-settings');
      await follow(hash);
      expect(hub.pane).to.equal(id);
      await hub.updateComplete;
      expect(location.hash).to.equal(hash);
    });
  }

  it('opens a pane whose name a link does not encode (D13)', async () => {
    const { hub } = await mountHub(
      html`<agni-settings routing="hash"><p slot="pane:café" label="Own"></p></agni-settings>`,
    );
    await follow('café');
    expect(hub.pane).to.equal('café');
  });

  it('leaves a hash alone that is no valid encoding (D13)', async () => {
    const { hub, openPane } = await mountHub(routed);
    await openPane('agni-org-settings');
    await follow('100%');
    expect(hub.pane).to.equal('organization');
    expect(location.hash).to.equal('#100%');
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

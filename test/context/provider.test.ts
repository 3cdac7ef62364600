import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/org-settings.js';
import type { AgniProvider } from '../../src/context/agni-provider.js';
import type { AgniOrgSettings } from '../../src/elements/org-settings/agni-org-settings.js';
import { stopClock } from '../clock.js';
import { untilState, viewOf } from '../mount.js';
import { never } from '../network.js';
import { waitFor } from '../queries.js';
import { twoUsers } from './two-users.js';

const paneIn = (root: Element) => root.querySelector('agni-org-settings') as AgniOrgSettings;
const nameIn = (pane: Element) => viewOf(pane).getByLabelText<HTMLInputElement>('Organization Name').value;
const headingIn = (pane: Element) => viewOf(pane).getByRole('heading').textContent?.trim();

/** Shows a provider with one pane for Ada. */
async function show(server = twoUsers()) {
  const { fetch, getToken } = server;
  const provider = await fixture<AgniProvider>(
    html`<agni-provider .fetch=${fetch} .getToken=${getToken}><agni-org-settings></agni-org-settings></agni-provider>`,
  );
  const pane = paneIn(provider);
  await untilState(pane, 'ready');
  return { provider, pane, server };
}

describe('<agni-provider>', () => {
  it('reads its attributes', async () => {
    const server = twoUsers();
    const root = await fixture(html`
      <agni-provider
        base-url="https://agni.example/prefix"
        org-id="o-eve"
        auth-mode="cookie"
        user-key="ada"
        timeout="2000"
        .fetch=${server.fetch}
      >
        <agni-org-settings></agni-org-settings>
      </agni-provider>
    `);
    server.instead = (_, who) => (who ? undefined : Response.json({ id: 'x', name: 'x' }));
    await waitFor(() => expect(server.sent.length).to.be.at.least(2));
    const sent = server.sent.map(({ url, credentials }) => `${url.href} ${credentials}`);
    expect(sent).to.include('https://agni.example/prefix/api/v1/organizations/profile/o-eve include');
    expect((root as AgniProvider).timeout).to.equal(2000);
  });

  it('reads who is signed in while a visible pane is still to be loaded', async () => {
    const [idle, server] = [twoUsers(), twoUsers()];
    for (const [{ fetch, getToken }, content] of [
      [idle, html`<x-other></x-other><agni-api-keys hidden></agni-api-keys>`],
      [server, html`<agni-api-keys></agni-api-keys>`],
    ] as const) {
      await fixture(html`<agni-provider .fetch=${fetch} .getToken=${getToken}>${content}</agni-provider>`);
    }
    await waitFor(() => expect(server.paths()).to.deep.equal(['GET /api/v1/users/me']));
    expect(idle.paths()).to.deep.equal([]);
  });

  it('sends no request for new functions, messages or a theme', async () => {
    const { provider, pane, server } = await show();
    const before = server.reads();
    provider.getToken = () => 'eve';
    provider.headers = { 'X-New': '1' };
    provider.endpoints = { listRegions: null };
    provider.checkPassword = () => null;
    provider.theme = 'dark';
    provider.timeout = 1000;
    provider.messages = { 'organization.heading': 'Workshop' };
    await provider.updateComplete;
    await pane.updateComplete;
    expect(headingIn(pane)).to.equal('Workshop');
    expect(server.reads()).to.equal(before);
  });

  it('gives messages, theme and direction to its elements, live', async () => {
    const { provider, pane } = await show();
    const section = () => pane.shadowRoot?.querySelector('[part=section]') as HTMLElement;
    const plain = { lang: section().lang, dir: section().dir, theme: section().className };
    provider.setAttribute('theme', 'dark');
    provider.setAttribute('dir', 'rtl');
    provider.setAttribute('lang', 'ar');
    provider.messages = { 'organization.name': 'الاسم' };
    await provider.updateComplete;
    await pane.updateComplete;
    expect([section().lang, section().dir]).to.deep.equal(['en', 'rtl']);
    expect(section().classList.contains('dark')).to.equal(true);
    viewOf(pane).getByLabelText('الاسم');
    for (const name of ['theme', 'dir', 'lang']) provider.removeAttribute(name);
    provider.messages = {};
    await provider.updateComplete;
    await pane.updateComplete;
    expect({ lang: section().lang, dir: section().dir, theme: section().className }).to.deep.equal(plain);
  });

  it('shows English for an unknown or malformed language (C60)', async () => {
    const { provider, pane } = await show();
    for (const lang of ['tlh', 'not a language', '-']) {
      provider.lang = lang;
      await provider.updateComplete;
      await pane.updateComplete;
      expect(headingIn(pane)).to.equal('Organization');
    }
  });

  it('shows `unavailable` for an endpoint that is switched off', async () => {
    const server = twoUsers();
    const root = await fixture(html`
      <agni-provider .fetch=${server.fetch} .getToken=${server.getToken} .endpoints=${{ getCurrentUser: null }}>
        <agni-org-settings></agni-org-settings>
      </agni-provider>
    `);
    await untilState(paneIn(root), 'unavailable');
    expect(server.reads()).to.equal(0);
  });
});

describe('a pane and its host (C52)', () => {
  it('forgets the provider that it was taken out of, whatever becomes of that one', () =>
    stopClock(async (clock) => {
      const { provider, pane } = await show();
      const elsewhere = await fixture<HTMLElement>(html`<div></div>`);
      pane.remove();
      provider.theme = 'dark'; // a pane that still listens to the provider would take over its new context
      await provider.updateComplete;
      elsewhere.append(pane);
      provider.theme = 'light';
      await provider.updateComplete;
      await clock.tickAsync(2000);
      await untilState(pane, 'error');
    }));

  it('says that a pane without a provider is not connected, in words for users', async () => {
    const pane = await fixture<AgniOrgSettings>(html`<agni-org-settings></agni-org-settings>`);
    expect(pane.state).to.equal('loading');
    await untilState(pane, 'error');
    expect(viewOf(pane).getByRole('alert').textContent).to.include("These settings aren't connected to a server.");
  });

  it('waits longer in a provider that can not sign a request yet, and loads as soon as it can', () =>
    stopClock(async (clock) => {
      const { fetch, getToken } = twoUsers();
      const provider = await fixture<AgniProvider>(
        html`<agni-provider><agni-org-settings></agni-org-settings></agni-provider>`,
      );
      await clock.tickAsync(2000);
      expect(paneIn(provider).state).to.equal('loading');
      await clock.tickAsync(60_000);
      await untilState(paneIn(provider), 'error');
      Object.assign(provider, { fetch, getToken });
      await untilState(paneIn(provider), 'ready');
    }));

  it('waits again when the host removes `getToken`, as hosts do while a user signs in again', () =>
    stopClock(async (clock) => {
      const { provider, pane } = await show();
      await clock.tickAsync(60_000);
      Object.assign(provider, { getToken: undefined, fetch: undefined });
      await provider.updateComplete;
      await pane.updateComplete;
      await clock.tickAsync(2000);
      expect(pane.state).to.equal('loading');
      await clock.tickAsync(60_000);
      await untilState(pane, 'error');
    }));

  it('names an option that can not work, and loads once it is corrected', async () => {
    const { fetch, getToken } = twoUsers();
    const provider = await fixture<AgniProvider>(
      html`<agni-provider base-url="http://[" .fetch=${fetch} .getToken=${getToken}
        ><agni-org-settings></agni-org-settings
      ></agni-provider>`,
    );
    await untilState(paneIn(provider), 'error');
    expect(paneIn(provider).shadowRoot?.textContent).to.match(/Something went wrong/); // the console has the details
    provider.baseUrl = '/';
    await untilState(paneIn(provider), 'ready');
  });

  it('has a heading of level 2 where the attribute is no number', async () => {
    const { pane } = await show();
    for (const level of ['abc', '0', '7']) {
      pane.setAttribute('heading-level', level);
      await pane.updateComplete;
      expect(viewOf(pane).getByRole('heading', { level: 2 })).to.exist;
    }
  });

  it('finds a provider that is added later', async () => {
    const { fetch, getToken } = twoUsers();
    const root = await fixture(html`<div><agni-org-settings></agni-org-settings></div>`);
    const pane = paneIn(root);
    await untilState(pane, 'error');
    const provider = Object.assign(document.createElement('agni-provider'), { fetch, getToken });
    root.append(provider);
    provider.append(pane);
    await untilState(pane, 'ready');
    expect(nameIn(pane)).to.equal('Workshop of ada');
  });

  it('loads once what its panes share, and shares nothing with another provider (D98)', async () => {
    const server = twoUsers();
    const { fetch, getToken } = server;
    const root = await fixture(html`<div>
      <agni-provider .fetch=${fetch} .getToken=${getToken}>
        <agni-org-settings></agni-org-settings><agni-org-settings></agni-org-settings>
      </agni-provider>
      <agni-provider .fetch=${fetch} .getToken=${getToken}><agni-org-settings></agni-org-settings></agni-provider>
    </div>`);
    for (const pane of root.querySelectorAll<AgniOrgSettings>('agni-org-settings')) {
      await untilState(pane, 'ready');
    }
    expect(server.paths().filter((path) => path.includes('/profile/'))).to.have.length(2);
  });

  it('uses the nearest of nested providers, and the next one when that is removed', async () => {
    const [outer, inner] = [twoUsers(), twoUsers()];
    inner.token = 'eve';
    const root = await fixture(html`
      <agni-provider .fetch=${outer.fetch} .getToken=${outer.getToken}>
        <agni-provider id="inner" .fetch=${inner.fetch} .getToken=${inner.getToken}>
          <div><agni-org-settings></agni-org-settings></div>
        </agni-provider>
      </agni-provider>
    `);
    const pane = paneIn(root);
    await untilState(pane, 'ready');
    expect(nameIn(pane)).to.equal('Workshop of eve');
    expect(outer.sent).to.have.length(0);
    const gone = root.querySelector('#inner') as Element;
    gone.replaceWith(...gone.childNodes);
    await waitFor(() => expect(nameIn(pane)).to.equal('Workshop of ada'));
  });

  it('uses a provider that is put around it', async () => {
    const { provider, pane } = await show();
    const nearer = twoUsers();
    nearer.token = 'eve';
    const inner = Object.assign(document.createElement('agni-provider'), {
      fetch: nearer.fetch,
      getToken: nearer.getToken,
    });
    provider.append(inner);
    inner.append(pane);
    await waitFor(() => expect(nameIn(pane)).to.equal('Workshop of eve'));
  });

  it('drops the data of a provider that it is moved out of', async () => {
    const { provider, pane } = await show();
    provider.after(pane);
    await untilState(pane, 'error');
    expect(pane.shadowRoot?.innerHTML).not.to.include('ada');
    pane.remove();
  });

  it('finds its provider through shadow roots', async () => {
    const { provider } = await show();
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(document.createElement('agni-org-settings'));
    provider.append(host);
    const pane = host.shadowRoot?.firstElementChild as AgniOrgSettings;
    await untilState(pane, 'ready');
  });

  it('keeps attributes and properties that were set before it was defined (C51)', async () => {
    const { fetch, getToken } = twoUsers();
    // A document without a window upgrades no element.
    const inert = document.implementation.createHTMLDocument();
    inert.body.innerHTML = `<agni-provider base-url="https://early.example">
      <agni-org-settings no-heading readonly></agni-org-settings></agni-provider>`;
    const [early] = inert.body.children as unknown as [AgniProvider];
    expect(early).not.to.be.instanceOf(customElements.get('agni-provider'));
    Object.assign(early, { fetch, getToken, messages: { 'organization.name': 'Firm' } });
    Object.assign(paneIn(early), { headingLevel: 4 });
    const root = await fixture(html`<div></div>`);
    root.append(early);
    const pane = paneIn(root);
    await untilState(pane, 'ready');
    expect(early.baseUrl).to.equal('https://early.example');
    expect(pane).to.include({ headingLevel: 4, readonly: true, noHeading: true });
    expect(viewOf(pane).getByLabelText<HTMLInputElement>('Firm').readOnly).to.equal(true);
    expect(viewOf(pane).queryByRole('heading')).to.equal(null);
  });

  it('shows no error while `getToken` is pending', async () => {
    const server = twoUsers();
    server.token = never();
    const { fetch, getToken } = server;
    const root = await fixture(html`
      <agni-provider .fetch=${fetch} .getToken=${getToken}><agni-org-settings></agni-org-settings></agni-provider>
    `);
    expect(paneIn(root).state).to.equal('loading');
    expect(viewOf(paneIn(root)).queryByRole('alert')).to.equal(null);
  });
});

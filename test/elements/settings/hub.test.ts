import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { updateOrganization } from '../../../src/contract/organization-change.js';
import type { Pane } from '../../../src/elements/base/pane.js';
import { panes } from '../../../src/elements/panes.js';
import type { AgniSettings } from '../../../src/elements/settings/agni-settings.js';
import { en } from '../../../src/elements/settings/en.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { untilState, user, viewOf } from '../../mount.js';
import { waitFor, within } from '../../queries.js';
import { mountHub } from './hub.js';

/** The focused element, through all shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const headingOf = (pane: Element) => pane.shadowRoot?.querySelector('[part=heading]');

describe('<agni-settings>', () => {
  it('lists the panes in groups, opens the first and shows nothing of the others', async () => {
    const { hub, view, root, openPane } = await mountHub();
    view.getByRole('heading', { name: 'Settings', level: 2 });
    const navigation = within(view.getByRole('navigation', { name: 'Settings' }));
    const groups = navigation.getAllByRole('list').map((list) => ({
      group: root.getElementById(list.getAttribute('aria-labelledby') ?? '')?.textContent,
      links: within(list)
        .getAllByRole('link')
        .map(({ textContent }) => textContent?.trim()),
    }));
    const word = (key: string) => en[key as keyof typeof en];
    const listed = [...Map.groupBy(panes, ([, pane]) => pane.group)].map(([group, some]) => ({
      group: word(`group.${group}`),
      links: some.map(([id]) => word(`pane.${id}`)),
    }));
    expect(groups).to.deep.equal(listed);
    expect(listed[1]).to.deep.include({ group: 'Security & Access', links: ['Security', 'API Keys'] });
    const { view: organization } = await openPane('agni-org-settings');
    organization.getByRole('heading', { name: 'Organization', level: 3 });
    expect(hub.getAttribute('pane')).to.equal('organization');
    expect(navigation.getByRole('link', { current: 'page' }).textContent?.trim()).to.equal('Organization');
    expect(root.querySelectorAll('.panes > *')).to.have.lengthOf(1);
    await expect(hub).to.be.accessible();
  });

  it('keeps its search button one line high: a long label is cut off, and the keys give way first', async () => {
    const { provider, hub, view, root } = await mountHub();
    const button = view.getByRole('button', { name: 'Search settings' });
    const bottom = () => button.getBoundingClientRect().bottom;
    const keys = root.querySelector('kbd') as HTMLElement;
    const { height } = button.getBoundingClientRect();
    expect(keys.getBoundingClientRect().top).to.be.below(bottom());
    provider.messages = { 'settings.search': 'Einstellungen von allem durchsuchen' };
    await hub.updateComplete;
    await waitFor(() => view.getByRole('button', { name: 'Einstellungen von allem durchsuchen' }));
    expect(button.getBoundingClientRect().height).to.equal(height);
    expect(keys.getBoundingClientRect().top).to.be.at.least(bottom());
  });

  it('goes to the pane whose link is pressed, moves focus to its heading, and keeps what was typed', async () => {
    const { hub, root, link, openPane } = await mountHub();
    const { view: organization } = await openPane('agni-org-settings');
    await user.fill(organization.getByLabelText('Website'), 'https://draft.example');
    expect(hub.dirty).to.equal(true);
    expect(link('Organization').getAttribute('aria-describedby')).to.equal('unsaved');

    hub.pane = 'security';
    await openPane('agni-security');
    expect(root.querySelector('agni-org-settings')?.checkVisibility()).to.equal(false);
    await user.click(link('API Keys'));
    const { pane: keys } = await openPane('agni-api-keys');
    await waitFor(() => expect(focused()).to.equal(headingOf(keys)));
    expect(link('API Keys').getAttribute('aria-current')).to.equal('page');
    await user.click(link('Organization'));
    await openPane('agni-org-settings');
    expect((organization.getByLabelText('Website') as HTMLInputElement).value).to.equal('https://draft.example');
    await expect(hub).to.be.accessible();
    hub.reset();
    await waitFor(() => expect(hub.dirty).to.equal(false));
    expect(link('Organization').hasAttribute('aria-describedby')).to.equal(false);
  });

  it('leaves a click with a modifier key to the browser, which opens a tab or window', async () => {
    const { link, openPane } = await mountHub();
    await openPane('agni-org-settings');
    const left: boolean[] = [];
    const note = (event: Event) => {
      left.push(!event.defaultPrevented);
      event.preventDefault();
    };
    window.addEventListener('click', note);
    for (const modifier of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) {
      const click = { bubbles: true, composed: true, cancelable: true, [modifier]: true };
      link('Profile').dispatchEvent(new MouseEvent('click', click));
    }
    window.removeEventListener('click', note);
    expect(left).to.deep.equal([true, true, true, true]);
    expect(link('Organization').getAttribute('aria-current')).to.equal('page');
  });

  it('keeps unsaved changes without a question, and marks their pane in the navigation', async () => {
    const { hub, view, link, openPane } = await mountHub();
    const { view: organization } = await openPane('agni-org-settings');
    await user.fill(organization.getByLabelText('Website'), 'https://draft.example');
    await user.click(link('Profile'));
    const { pane: profile } = await openPane('agni-profile');
    await waitFor(() => expect(focused()).to.equal(headingOf(profile)));
    expect(!!view.queryByRole('dialog')).to.equal(false);
    expect(link('Organization').getAttribute('aria-describedby')).to.equal('unsaved');
    expect(link('Profile').hasAttribute('aria-describedby')).to.equal(false);
    expect(hub.dirty).to.equal(true);
    await user.click(link('Organization'));
    expect((organization.getByLabelText('Website') as HTMLInputElement).value).to.equal('https://draft.example');
    hub.reset();
  });

  it('marks the open pane in the navigation by more than a color', async () => {
    const { link } = await mountHub(html`<agni-settings pane="profile"></agni-settings>`);
    const styleOf = (name: string) => getComputedStyle(link(name));
    expect(link('Profile').getAttribute('part')).to.equal('nav-item nav-item-current');
    expect(link('Security').getAttribute('part')).to.equal('nav-item');
    expect([styleOf('Profile').borderInlineStartWidth, styleOf('Profile').fontWeight]).to.deep.equal(['3px', '600']);
    expect([styleOf('Security').borderInlineStartWidth, styleOf('Security').fontWeight]).to.deep.equal(['0px', '400']);
  });

  it('opens the pane that a pane leads to, and fires one event for it', async () => {
    const { hub, openPane } = await mountHub(html`<agni-settings pane="users"></agni-settings>`);
    const targets: EventTarget[] = [];
    hub.addEventListener('agni-navigate', (event) => targets.push(event.composedPath()[0] as EventTarget));
    const { view } = await openPane('agni-users');
    await user.click(view.getByRole('button', { name: 'Invite User' }));
    await openPane('agni-invite-user');
    expect(hub.pane).to.equal('invite-user');
    expect(targets.length === 1 && targets[0] === hub).to.equal(true);
  });

  it('leaves it to the page to open a pane that is not listed', async () => {
    const { hub, openPane } = await mountHub(html`<agni-settings panes="users"></agni-settings>`);
    const { view } = await openPane('agni-users');
    const navigation = oneEvent(hub, 'agni-navigate');
    await user.click(view.getByRole('button', { name: 'Invite User' }));
    expect((await navigation).detail).to.deep.equal({ pane: 'invite-user' });
    expect(hub.pane).to.equal('users');
  });

  it('keeps the navigation in view while a long pane scrolls (D60)', async () => {
    const sandbox = createSandbox({ users: 60 });
    const { hub, openPane, link } = await mountHub(html`<agni-settings pane="users"></agni-settings>`, sandbox);
    await setViewport({ width: 1200, height: 500 });
    await openPane('agni-users');
    hub.style.marginBlockEnd = '1000px';
    try {
      window.scrollTo(0, 400);
      await waitFor(() => expect(window.scrollY).to.equal(400));
      expect(link('Organization').getBoundingClientRect().top).to.be.within(0, 300);
    } finally {
      window.scrollTo(0, 0);
      await setViewport({ width: 1280, height: 800 });
    }
  });

  it('lets a router of the host go there instead', async () => {
    const { hub, link, openPane } = await mountHub(html`<agni-settings pane="profile"></agni-settings>`);
    await openPane('agni-profile');
    hub.addEventListener('agni-navigate', (event) => event.preventDefault());
    const asked = oneEvent(hub, 'agni-navigate');
    await user.click(link('Security'));
    expect((await asked).detail).to.deep.equal({ pane: 'security' });
    expect(hub.pane).to.equal('profile');
    hub.pane = 'security';
    const { pane: security } = await openPane('agni-security');
    await waitFor(() => expect(focused()).to.equal(headingOf(security)));
  });

  it('lists what the host chose, in its order, and opens the first of it instead of an unknown one', async () => {
    const { hub, view, provider } = await mountHub(
      html`<agni-settings panes="security unknown organization api-keys" pane="unknown" no-heading readonly></agni-settings>`,
    );
    const labels = () => view.getAllByRole('link').map(({ textContent }) => textContent?.trim());
    expect(labels()).to.deep.equal(['Security', 'API Keys', 'Organization']);
    expect(hub.pane).to.equal('security');
    expect(view.queryByRole('heading', { name: 'Settings' })).to.equal(null);
    provider.endpoints = { listApiKeys: null };
    await waitFor(() => expect(labels()).to.deep.equal(['Security', 'Organization']));
    provider.endpoints = { listApiKeys: null, changePassword: null, getTwoFactor: null, listSessions: null };
    await waitFor(() => expect(labels()).to.deep.equal(['Organization']));
    expect(hub.pane).to.equal('organization');
  });

  it('lists everything where `panes` is null or undefined, and takes a list (D88)', async () => {
    const { hub, view } = await mountHub();
    const all = view.getAllByRole('link').length;
    for (const [panes, count] of [
      [['profile', 'security'], 2],
      [null, all],
      ['profile', 1],
      [undefined, all],
    ] as const) {
      Object.assign(hub, { panes });
      await waitFor(() => expect(view.getAllByRole('link')).to.have.lengthOf(count));
    }
  });

  it('links to the addresses of the host, where it has a router (D89)', async () => {
    const href = (pane: string) => `/settings/${pane}`;
    const { hub, link } = await mountHub(html`<agni-settings .href=${href}></agni-settings>`);
    expect(link('API Keys').getAttribute('href')).to.equal('/settings/api-keys');
    hub.href = undefined;
    await waitFor(() => expect(link('API Keys').getAttribute('href')).to.match(/#api-keys$/));
  });

  it('lists a pane that a member may not use, which opens and says why', async () => {
    const { hub, link, openPane } = await mountHub(undefined, createSandbox().as('MEMBER'));
    await user.click(link('API Keys'));
    const { view } = await openPane('agni-api-keys');
    view.getByText(/^Only owners and admins/);
    expect(hub.state).to.equal('denied');
    await expect(hub).to.be.accessible();
  });

  it('shows panes of the host beside its own', async () => {
    const { hub, view, openPane } = await mountHub(
      html`<agni-settings panes="organization billing profile">
        <section slot="pane:billing" label="Billing"><button>Change plan</button></section>
        <section slot="pane:audit" label="Audit Log">Nothing happened</section>
      </agni-settings>`,
    );
    await openPane('agni-org-settings');
    const labels = () => view.getAllByRole('link').map(({ textContent }) => textContent?.trim());
    expect(labels()).to.deep.equal(['Organization', 'Profile', 'Billing', 'Audit Log']);
    const button = hub.querySelector('button') as HTMLElement;
    expect(button.checkVisibility()).to.equal(false);
    await user.click(view.getByRole('link', { name: 'Billing' }));
    await waitFor(() => expect(button.checkVisibility()).to.equal(true));
    expect(focused()).to.equal(view.getByRole('region', { name: 'Billing' }));
    expect(hub.state).to.equal('ready');
    await expect(hub).to.be.accessible();
    hub.querySelector('[label=Billing]')?.remove();
    await waitFor(() => expect(labels()).to.deep.equal(['Organization', 'Profile', 'Audit Log']));
    expect(hub.pane).to.equal('organization');
  });

  it('opens a pane that was asked for before it was there, unless the user went elsewhere', async () => {
    for (const goesElsewhere of [false, true]) {
      const { hub, view, openPane } = await mountHub(html`<agni-settings pane="billing"></agni-settings>`);
      await openPane('agni-org-settings');
      expect(hub.getAttribute('pane')).to.equal('organization');
      if (goesElsewhere) await user.click(view.getByRole('link', { name: 'Profile' }));
      const billing = document.createElement('section');
      billing.slot = 'pane:billing';
      billing.setAttribute('label', 'Billing');
      hub.append(billing);
      await waitFor(() => view.getByRole('link', { name: 'Billing' }));
      expect(hub.getAttribute('pane')).to.equal(goesElsewhere ? 'profile' : 'billing');
      billing.setAttribute('label', 'Invoices');
      await waitFor(() => view.getByRole('link', { name: 'Invoices' }));
    }
  });

  it('keeps what was typed where its panes change, it moves, or the open one is taken away and given back', async () => {
    const { hub, root, provider, openPane } = await mountHub();
    const { pane, view } = await openPane('agni-org-settings');
    const website = view.getByLabelText('Website') as HTMLInputElement;
    await user.fill(website, 'https://draft.example');
    hub.panes = 'profile';
    await openPane('agni-profile');
    expect(hub.pane).to.equal('profile');
    expect(pane.checkVisibility()).to.equal(false);
    hub.panes = 'profile organization';
    hub.pane = 'organization';
    hub.headingLevel = 1;
    hub.readonly = true;
    await openPane('agni-org-settings');
    view.getByRole('heading', { name: 'Organization', level: 2 });
    expect(website.readOnly).to.equal(true);
    hub.readonly = false;

    const frame = document.createElement('div');
    provider.append(frame);
    frame.attachShadow({ mode: 'open' }).append(hub);
    await openPane('agni-org-settings');
    expect(root.querySelector('agni-org-settings')).to.equal(pane);
    expect([website.isConnected, website.value]).to.deep.equal([true, 'https://draft.example']);
    await expect(hub).to.be.accessible();
    hub.reset();
  });

  it('says what keeps it from showing anything once, not once a pane (C52)', async () => {
    const hub = await fixture<AgniSettings>(html`<agni-settings></agni-settings>`);
    await untilState(hub, 'error');
    expect(hub.shadowRoot?.querySelectorAll('.panes > *')).to.have.lengthOf(1);
    const organization = hub.shadowRoot?.querySelector('agni-org-settings') as Element;
    viewOf(organization).getByText("These settings aren't connected to a server.");

    const provider = document.createElement('agni-provider');
    provider.fetch = createSandbox().fetch;
    provider.baseUrl = '/';
    hub.replaceWith(provider);
    provider.append(hub);
    await untilState(hub, 'ready');
    provider.fetch = createSandbox().as('anonymous').fetch;
    provider.userKey = 'anonymous';
    await untilState(hub, 'signed-out');
    viewOf(organization).getByText("You're signed out.");
    provider.remove();
  });

  it('says once that it is ready, and lets through what its panes say', async () => {
    const heard: string[] = [];
    const note = ({ type }: Event) => heard.push(type);
    for (const type of ['agni-ready', 'agni-dirty-change', 'agni-error']) document.addEventListener(type, note);
    const sandbox = createSandbox();
    const { link, openPane } = await mountHub(undefined, sandbox);
    await openPane('agni-org-settings');
    await user.click(link('Profile'));
    await openPane('agni-profile');
    await user.click(link('Organization'));
    const { view } = await openPane('agni-org-settings');
    sandbox.fail(updateOrganization, 500);
    await user.fill(view.getByLabelText('Website'), 'https://new.example');
    await user.click(view.getByRole('button', { name: 'Save Changes' }));
    await waitFor(() => expect(heard).to.deep.equal(['agni-ready', 'agni-dirty-change', 'agni-error']));
    for (const type of ['agni-ready', 'agni-dirty-change', 'agni-error']) document.removeEventListener(type, note);
  });

  it('hands the parts of its panes on, those of their parts too', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('agni-settings::part(button-primary) { outline: 3px solid rgb(1, 2, 3); }');
    document.adoptedStyleSheets.push(sheet);
    const { openPane } = await mountHub(html`<agni-settings pane="security"></agni-settings>`);
    const { pane } = await openPane('agni-security');
    const form = pane.shadowRoot?.querySelector('agni-change-password') as Pane;
    await untilState(form, 'ready');
    const button = viewOf(form).getByRole('button', { name: 'Change Password' });
    expect(getComputedStyle(button).outlineColor).to.equal('rgb(1, 2, 3)');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });

  describe('where it is narrow', () => {
    before(() => setViewport({ width: 320, height: 700 }));
    after(() => setViewport({ width: 1024, height: 768 }));

    it('has one bar above the open pane, with the search, the menu and the check-up', async () => {
      const { hub, view, openPane } = await mountHub();
      const { pane } = await openPane('agni-org-settings');
      const boxes = ['Search settings', 'Settings menu: Organization', 'Security Check-up'].map((name) =>
        view.getByRole('button', { name }).getBoundingClientRect(),
      );
      expect(new Set(boxes.map(({ top }) => top)).size).to.equal(1);
      for (const [index, { left }] of boxes.entries()) expect(left).to.be.at.least(boxes[index - 1]?.right ?? 0);
      expect(pane.getBoundingClientRect().top - hub.getBoundingClientRect().top).to.be.below(80);
    });

    it('makes a menu of the navigation, that opens in place and closes by Escape', async () => {
      const { hub, view, openPane } = await mountHub();
      await openPane('agni-org-settings');
      expect(view.queryByRole('link')).to.equal(null);
      const menu = view.getByRole('button', { name: 'Settings menu: Organization' });
      await user.click(menu);
      expect(menu.getAttribute('aria-expanded')).to.equal('true');
      await expect(hub).to.be.accessible();
      view.getByRole('link', { name: 'Profile' }).focus();
      focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await waitFor(() => expect(view.queryByRole('link')).to.equal(null));
      expect(focused()).to.equal(menu);

      await user.click(menu);
      await user.click(view.getByRole('link', { name: 'Profile' }));
      const { pane: profile } = await openPane('agni-profile');
      await waitFor(() => expect(focused()).to.equal(headingOf(profile)));
      expect(view.queryByRole('link')).to.equal(null);
      view.getByRole('button', { name: 'Settings menu: Profile' });
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth).to.equal(clientWidth);
    });
  });
});

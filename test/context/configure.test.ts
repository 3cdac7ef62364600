import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/org-settings.js';
import { configure } from '../../src/context/configure.js';
import type { AgniOrgSettings } from '../../src/elements/org-settings/agni-org-settings.js';
import { untilState, viewOf } from '../mount.js';
import { waitFor } from '../queries.js';
import { twoUsers } from './two-users.js';

const paneIn = (root: Element) => root.querySelector('agni-org-settings') as AgniOrgSettings;
const nameIn = (pane: Element) => viewOf(pane).getByLabelText<HTMLInputElement>('Organization Name').value;
const place = () => fixture(html`<div><agni-org-settings></agni-org-settings></div>`);

// The first call applies to the whole page, so these tests depend on their order.
describe('configure()', () => {
  const server = twoUsers();
  const { fetch, getToken } = server;

  it('serves elements that were there before it (C52)', async () => {
    const pane = paneIn(await place());
    await untilState(pane, 'error');
    configure({ fetch, getToken, baseUrl: '/' });
    await untilState(pane, 'ready');
    expect(nameIn(pane)).to.equal('Workshop of ada');
  });

  it('serves elements that are added after it', async () => {
    const pane = paneIn(await place());
    await untilState(pane, 'ready');
  });

  it('takes single options, live, without a request', async () => {
    const pane = paneIn(await place());
    await untilState(pane, 'ready');
    const before = server.reads();
    configure({ messages: { 'organization.heading': 'Workshop' } });
    await waitFor(() => viewOf(pane).getByRole('heading', { name: 'Workshop' }));
    configure({ getToken: () => 'ada' });
    await pane.updateComplete;
    expect(server.reads()).to.equal(before);
    configure({ messages: undefined, getToken });
  });

  it('gives way to a nearer provider', async () => {
    const nearer = twoUsers();
    nearer.token = 'eve';
    const root = await fixture(html`
      <agni-provider .fetch=${nearer.fetch} .getToken=${nearer.getToken}>
        <agni-org-settings></agni-org-settings>
      </agni-provider>
    `);
    const pane = paneIn(root);
    await untilState(pane, 'ready');
    expect(nameIn(pane)).to.equal('Workshop of eve');
    root.replaceWith(pane);
    await waitFor(() => expect(nameIn(pane)).to.equal('Workshop of ada'));
    pane.remove();
  });

  it('fires the provider’s events at the document, once each (C12)', async () => {
    const targets: (EventTarget | null)[] = [];
    const hear = ({ target }: Event) => void targets.push(target);
    document.addEventListener('agni-auth-required', hear);
    const panes = [paneIn(await place()), paneIn(await place())];
    await Promise.all(panes.map((pane) => untilState(pane, 'ready')));
    server.lets = [];
    await panes[0]?.refresh();
    await Promise.all(panes.map((pane) => untilState(pane, 'signed-out')));
    document.removeEventListener('agni-auth-required', hear);
    expect(targets).to.deep.equal([document]);
    server.lets = ['ada', 'eve'];
    await panes[0]?.refresh();
    await Promise.all(panes.map((pane) => untilState(pane, 'ready')));
  });

  it('drops the data of the former user (C10)', async () => {
    const pane = paneIn(await place());
    await untilState(pane, 'ready');
    server.token = 'eve';
    configure({ userKey: 'eve' });
    await waitFor(() => expect(nameIn(pane)).to.equal('Workshop of eve'));
    expect(pane.shadowRoot?.innerHTML.includes('ada')).to.equal(false);
  });

  it('reads again when the page gets the focus back', async () => {
    const pane = paneIn(await place());
    await untilState(pane, 'ready');
    server.instead = ({ url }) =>
      url.pathname.includes('/profile/') ? Response.json({ id: 'o-eve', name: 'Renamed' }) : undefined;
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(nameIn(pane)).to.equal('Renamed'));
  });
});

import { expect, html } from '@open-wc/testing';
import { AgniSettings } from '../../../src/elements/settings/agni-settings.js';
import type { Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { stopClock } from '../../clock.js';
import { hearAnnouncements } from '../../live-regions.js';
import { untilState, user } from '../../mount.js';
import { network, unreachable } from '../../network.js';
import { waitFor } from '../../queries.js';
import { mountHub } from './hub.js';

describe('<agni-settings>, of its panes,', () => {
  const { loaders } = AgniSettings;
  const heard = hearAnnouncements();
  afterEach(() => {
    AgniSettings.loaders = loaders;
  });

  it('loads the open one, and another when the user is about to open it', async () => {
    const asked: string[] = [];
    AgniSettings.loaders = Object.fromEntries(
      Object.entries(loaders).map(([tag, load]) => [
        tag,
        () => {
          asked.push(tag);
          return load();
        },
      ]),
    );
    const { link } = await mountHub();
    expect(asked).to.deep.equal(['agni-org-settings']);
    link('Security').dispatchEvent(new PointerEvent('pointerenter'));
    link('API Keys').focus();
    expect(asked).to.deep.equal(['agni-org-settings', 'agni-security', 'agni-api-keys']);
  });

  it('renders once for one that is opened while the server cannot be reached', async () => {
    const { litIssuedWarnings } = globalThis as unknown as { litIssuedWarnings: Set<string> };
    const ofUpdates = () => [...litIssuedWarnings].filter((text) => /agni-settings scheduled an update/.test(text));
    for (const warning of ofUpdates()) litIssuedWarnings.delete(warning);
    const sandbox = network(unreachable) as unknown as Sandbox;
    const { hub, openPane } = await mountHub(html`<agni-settings pane="api-keys"></agni-settings>`, sandbox);
    await openPane('agni-api-keys');
    hub.pane = 'organization'; // reads the user again, for the organization's id
    expect((await openPane('agni-org-settings')).pane.state).to.equal('error');
    expect(ofUpdates()).to.deep.equal([]);
  });

  it('reads out that the element of one takes more than two seconds to load', async () => {
    AgniSettings.loaders = { ...loaders, 'agni-profile': () => new Promise(() => undefined) };
    const { link } = await mountHub();
    heard();
    await stopClock(async (clock) => {
      link('Profile').click();
      await clock.tickAsync(1900);
      expect(heard()).to.deep.equal([]);
      await clock.tickAsync(200);
      expect(heard()).to.deep.equal(['Loading…']);
    });
  });

  it('shows the heading of one that could not be loaded offline, and loads it once the page is online (D28)', async () => {
    AgniSettings.loaders = { ...loaders, 'agni-integrations': () => Promise.reject(new TypeError('Failed to fetch')) };
    const onLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine') as PropertyDescriptor;
    const { hub, view, link, openPane } = await mountHub();
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      await user.click(link('Integrations'));
      expect((await view.findByRole('alert')).textContent).to.contain("You're offline.");
      view.getByRole('heading', { name: 'Integrations', level: 3 });
      expect(hub.state).to.equal('error');
    } finally {
      Object.defineProperty(navigator, 'onLine', onLine);
    }
    AgniSettings.loaders = loaders;
    window.dispatchEvent(new Event('online'));
    await openPane('agni-integrations');
    await untilState(hub, 'ready');
  });

  it('says of one that could not be loaded, and tries again', async () => {
    const failing = () => Promise.reject(new TypeError('Failed to fetch'));
    AgniSettings.loaders = { ...loaders, 'agni-users': failing };
    const { hub, view, link, openPane } = await mountHub();
    await user.click(link('Users'));
    const notice = await view.findByRole('alert');
    expect(notice.textContent).to.contain("Couldn't load this.");
    expect(hub.state).to.equal('error');
    await expect(hub).to.be.accessible();
    AgniSettings.loaders = loaders;
    await user.click(view.getByRole('button', { name: 'Try Again' }));
    const { pane } = await openPane('agni-users');
    await untilState(hub, 'ready');
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.getAttribute('part')).to.equal('heading'));
  });
});

import { expect } from '@open-wc/testing';
import { AgniSettings } from '../../../src/elements/settings/agni-settings.js';
import { untilState, user } from '../../mount.js';
import { waitFor } from '../../queries.js';
import { mountHub } from './hub.js';

describe('<agni-settings>, of its panes,', () => {
  const { loaders } = AgniSettings;
  afterEach(() => {
    AgniSettings.loaders = loaders;
  });

  it('loads the open one, and another when somebody is about to open it', async () => {
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

  it('says of one that could not be loaded, and tries again', async () => {
    const failing = () => Promise.reject(new TypeError('Failed to fetch'));
    AgniSettings.loaders = { ...loaders, 'agni-users': failing };
    const { hub, view, link, openPane } = await mountHub();
    await user.click(link('Users'));
    const notice = await view.findByRole('alert');
    expect(notice.textContent).to.contain('This part of the settings could not be loaded.');
    expect(hub.state).to.equal('error');
    await expect(hub).to.be.accessible();
    AgniSettings.loaders = loaders;
    await user.click(view.getByRole('button', { name: 'Try Again' }));
    const { pane } = await openPane('agni-users');
    await untilState(hub, 'ready');
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.getAttribute('part')).to.equal('heading'));
  });
});

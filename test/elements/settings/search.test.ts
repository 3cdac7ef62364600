import { expect, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { AgniSettings } from '../../../src/elements/settings/agni-settings.js';
import { en } from '../../../src/elements/settings/en.js';
import { paneIds } from '../../../src/elements/settings/navigation-items.js';
import '../../../src/locales/de.js';
import { user } from '../../mount.js';
import { waitFor, within } from '../../queries.js';
import { mountHub } from './hub.js';

/** Presses keys one by one: the drivers of Chromium and Firefox only agree on single keys. */
async function pressControlK() {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: 'k' });
  await sendKeys({ up: 'Control' });
}

/** Opens the search and waits until it also lists fields. */
async function openSearch(template = html`<agni-settings routing="hash"></agni-settings>`) {
  const mounted = await mountHub(template);
  await mounted.openPane('agni-org-settings');
  const button = mounted.view.getByRole('button', { name: 'Search settings' });
  await user.click(button);
  const dialog = within(await mounted.view.findByRole('dialog', { name: 'Search settings' }));
  const input = dialog.getByRole('combobox', { name: 'Search settings' });
  await waitFor(() => expect(mounted.root.activeElement).to.equal(input));
  const found = () =>
    dialog.queryAllByRole('option').map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
  /** Types a query and waits for the expected results. */
  const find = async (query: string, expected: string[]) => {
    await user.fill(input, query);
    await waitFor(() => expect(found()).to.deep.equal(expected));
  };
  return { ...mounted, button, dialog, input, found, find };
}

describe('The search of <agni-settings>', () => {
  const { loaders } = AgniSettings;
  afterEach(() => {
    AgniSettings.loaders = loaders;
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('finds fields where a host has registered the elements itself', async () => {
    await Promise.all(Object.values(loaders).map((load) => load()));
    AgniSettings.loaders = {};
    const { find } = await openSearch();
    await find('webs', ['Website Organization']);
    await find('two', ['Two-Factor Authentication Security']);
  });

  it('lists the panes, and finds panes and fields by their labels', async () => {
    const { hub, found, find } = await openSearch();
    expect(found()).to.deep.equal(paneIds.map((id) => en[`pane.${id}` as keyof typeof en]));
    await find('webs', ['Website Organization']);
    await find('name profile', ['First Name Profile', 'Last Name Profile']);
    await find('two', ['Two-Factor Authentication Security']);
    await find('cal.com', ['Cal.com Integrations']);
    await find('user', [
      'Users',
      'Invite User',
      'Search users Users',
      'Pending invitations Users',
      'Roles Users',
      'Email Invite User',
      'First Name Invite User',
      'Last Name Invite User',
      'Role Invite User',
    ]);
    await expect(hub).to.be.accessible();
  });

  it('begins anew each time, and leads nowhere when it is closed without a choice', async () => {
    const { hub, view, root, button, link, openPane, find } = await openSearch();
    await find('first', ['First Name Profile', 'First Name Invite User']);
    await sendKeys({ press: 'Enter' });
    await openPane('agni-profile');
    await user.click(link('Security'));
    await openPane('agni-security');
    await user.click(button);
    await view.findByRole('dialog', { name: 'Search settings' });
    expect((root.querySelector('[role=combobox]') as HTMLInputElement).value).to.equal('');
    expect(within(root.querySelector('dialog') as HTMLElement).getAllByRole('option')).to.have.length(paneIds.length);
    await sendKeys({ press: 'Escape' });
    await waitFor(() => expect(!!view.queryByRole('dialog')).to.equal(false));
    await nextFrame();
    expect(hub.pane).to.equal('security');
  });

  it('says that it found nothing', async () => {
    const { dialog, find } = await openSearch();
    await find('zzz', []);
    expect(dialog.getByRole('status').textContent).to.equal('No settings found.');
    await sendKeys({ press: 'Enter' });
    expect(!!dialog.queryByRole('combobox')).to.equal(true);
  });

  it('finds the labels of another language as soon as the language changes', async () => {
    const { hub, dialog, find } = await openSearch();
    await find('webs', ['Website Organization']);
    hub.lang = 'de';
    await waitFor(() => expect(dialog.getByRole('option').textContent).to.match(/Website\s+Organisation/));
  });

  it('opens a pane and focuses a field, chosen with the keyboard, and puts it into the address', async () => {
    const { hub, find, input, view, openPane } = await openSearch();
    await find('name profile', ['First Name Profile', 'Last Name Profile']);
    await sendKeys({ press: 'ArrowDown' });
    const active = () => hub.shadowRoot?.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    expect(active()?.getAttribute('aria-selected')).to.equal('true');
    expect(active()?.textContent).to.contain('Last Name');
    await sendKeys({ press: 'Enter' });
    const { pane } = await openPane('agni-profile');
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.getAttribute('name')).to.equal('last_name'));
    expect(location.hash).to.equal('#profile/last_name');
    expect(!!view.queryByRole('dialog')).to.equal(false);
  });

  it('leads to a part of the open pane by a click', async () => {
    const { dialog, find, openPane } = await openSearch();
    await find('webs', ['Website Organization']);
    dialog.getByRole('option').click();
    const { pane } = await openPane('agni-org-settings');
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.getAttribute('name')).to.equal('website'));
  });

  it('follows an address that names a field', async () => {
    history.replaceState(null, '', '#security/two-factor');
    const { openPane } = await mountHub(html`<agni-settings routing="hash"></agni-settings>`);
    const { pane } = await openPane('agni-security');
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.localName).to.equal('agni-two-factor'));
  });

  it('opens by Ctrl+K, unless the page has a use of its own for it', async () => {
    const { hub, view, openPane } = await mountHub();
    await openPane('agni-org-settings');
    const keepsIt = (event: Event) => event.preventDefault();
    document.addEventListener('keydown', keepsIt);
    await pressControlK();
    document.removeEventListener('keydown', keepsIt);
    await nextFrame();
    expect(!!view.queryByRole('dialog')).to.equal(false);
    hub.hidden = true;
    await pressControlK();
    hub.hidden = false;
    await nextFrame();
    expect(!!view.queryByRole('dialog')).to.equal(false);
    for (const keys of [{}, { ctrlKey: true, shiftKey: true }, { ctrlKey: true, altKey: true }]) {
      const press = new KeyboardEvent('keydown', { key: 'k', cancelable: true, ...keys });
      window.dispatchEvent(press);
      expect(press.defaultPrevented, JSON.stringify(keys)).to.equal(false);
    }
    await pressControlK();
    await view.findByRole('dialog', { name: 'Search settings' });
    await sendKeys({ press: 'Escape' });
    await waitFor(() => expect(!!view.queryByRole('dialog')).to.equal(false));
  });

  it('finds the fields of panes that could be loaded, where others could not', async () => {
    AgniSettings.loaders = { ...loaders, 'agni-profile': () => Promise.reject(new TypeError('Failed to fetch')) };
    const { find } = await openSearch();
    await find('webs', ['Website Organization']);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/api-keys.js';
import '../../src/define/profile.js';
import type { AgniApiKeys } from '../../src/elements/api-keys/agni-api-keys.js';
import type { AgniProfile } from '../../src/elements/profile/agni-profile.js';
import { addWords } from '../../src/locales/add-words.js';
import '../../src/locales/de.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { mount, viewOf } from '../mount.js';
import { waitFor } from '../queries.js';

const { documentElement } = document;

/** The heading of a pane, and its `lang`. */
const headingOf = (pane: Element) => {
  const heading = viewOf(pane).queryByRole('heading', { level: 2 });
  return [heading?.textContent?.trim(), heading?.closest('[lang]')?.getAttribute('lang')];
};

const untilHeading = (pane: Element, heading: string) => waitFor(() => expect(headingOf(pane)[0]).to.equal(heading));

describe('the language of an element', () => {
  const { lang } = documentElement;
  afterEach(() => {
    documentElement.lang = lang;
  });

  it('is English, dates included, on a page in a language that is not registered (D67)', async () => {
    documentElement.lang = 'fr';
    const { pane, view } = await mount<AgniProfile>(html`<agni-profile></agni-profile>`);
    const since = view.getByText('Member Since').nextElementSibling;
    expect(since?.closest('[lang]')?.getAttribute('lang')).to.equal('en');
    expect(since?.textContent).to.match(/^[A-Z][a-z]{2} \d{1,2}, \d{4}$/);
    expect(pane.matches(':lang(fr)')).to.equal(true);
  });

  it('is that of the page from the first render on, where it is registered', async () => {
    documentElement.lang = 'de-AT';
    const headings: unknown[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records) headings.push(target.textContent);
    });
    const provider = await fixture(
      html`<agni-provider base-url="/" .fetch=${createSandbox().fetch}><agni-profile></agni-profile></agni-provider>`,
    );
    const pane = provider.firstElementChild as AgniProfile;
    observer.observe(pane.renderRoot, { subtree: true, childList: true, characterData: true });
    await pane.updateComplete;
    expect(headingOf(pane)).to.deep.equal(['Profil', 'de-AT']);
    const since = await viewOf(pane).findByText('Mitglied seit');
    expect(since.nextElementSibling?.textContent).to.match(/^\d{1,2}\.\d{1,2}\.\d{4}$|^\d{1,2}\. \p{L}+\.? \d{4}$/u);
    expect(headings.join()).not.to.contain('Member Since');
  });

  it('follows lang of the page, of the provider, and of the element’s ancestors', async () => {
    const { provider, pane } = await mount<AgniProfile>(html`<agni-profile></agni-profile>`);
    documentElement.lang = 'de';
    await untilHeading(pane, 'Profil');
    provider.lang = 'en';
    await untilHeading(pane, 'Profile');
    provider.removeAttribute('lang');
    await untilHeading(pane, 'Profil');
    provider.parentElement?.setAttribute('lang', 'en-GB');
    await untilHeading(pane, 'Profile');
    expect(headingOf(pane)[1]).to.equal('en-GB');
  });

  it('follows lang inside a shadow root of the host page', async () => {
    const { provider, pane } = await mount<AgniProfile>(html`<agni-profile></agni-profile>`);
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const around = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(around);
    around.append(provider);
    await untilHeading(pane, 'Profile');
    around.lang = 'de';
    await untilHeading(pane, 'Profil');
  });

  it('appears when it is registered after the element has rendered', async () => {
    documentElement.lang = 'sv';
    const { pane } = await mount<AgniProfile>(html`<agni-profile></agni-profile>`);
    expect(headingOf(pane)).to.deep.equal(['Profile', 'en']);
    addWords('sv', { profile: { heading: 'Din profil' } });
    await untilHeading(pane, 'Din profil');
  });

  it('is one for each of two providers on a page', async () => {
    const { pane: german } = await mount<AgniProfile>(html`<agni-profile lang="de"></agni-profile>`);
    const { pane: english } = await mount<AgniProfile>(html`<agni-profile></agni-profile>`);
    expect([headingOf(german), headingOf(english)]).to.deep.equal([
      ['Profil', 'de'],
      ['Profile', 'en'],
    ]);
  });

  it('changes in an open dialog, which keeps what was typed', async () => {
    const { provider, view, user } = await mount<AgniApiKeys>(html`<agni-api-keys></agni-api-keys>`);
    await user.click(await view.findByRole('button', { name: '+ New Key' }));
    await user.fill(await view.findByLabelText('Name'), 'staging');
    await user.choose(await view.findByLabelText('Expires'), '30 days');
    provider.lang = 'de';
    const dialog = await view.findByRole('dialog', { name: 'Neuer API-Schlüssel' });
    expect(dialog.matches(':modal')).to.equal(true);
    expect(view.getByLabelText<HTMLInputElement>('Name').value).to.equal('staging');
    const lifetime = view.getByLabelText<HTMLSelectElement>('Läuft ab');
    expect(lifetime.selectedOptions[0]?.text.trim()).to.equal('30 Tage');
  });

  it('keeps no message of the former language', async () => {
    const { provider, pane, view, user } = await mount<AgniProfile>(html`<agni-profile></agni-profile>`);
    await user.fill(view.getByLabelText('First Name'), 'Adaeze');
    await user.click(view.getByRole('button', { name: 'Discard' }));
    await view.findByText('Changes discarded');
    provider.lang = 'de';
    await untilHeading(pane, 'Profil');
    expect(!!view.queryByText('Changes discarded')).to.equal(false);
  });

  it('takes a host’s words for it, else those for every language', async () => {
    const { provider, pane, view } = await mount<AgniProfile>(html`<agni-profile></agni-profile>`);
    provider.messages = {
      'profile.role': 'Rang',
      'profile.heading': 'Account',
      de: { 'profile.heading': 'Konto' },
    };
    await untilHeading(pane, 'Account');
    provider.lang = 'de-CH';
    await untilHeading(pane, 'Konto');
    expect(!!view.getByText('Rang')).to.equal(true);
    expect(headingOf(pane)[1]).to.equal('de-CH');
  });
});

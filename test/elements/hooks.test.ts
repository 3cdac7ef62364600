import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/settings.js';
import '../../src/define/all.js';
import type { Pane } from '../../src/elements/base/pane.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { untilState, user, viewOf } from '../mount.js';
import { waitFor } from '../queries.js';

const page = await (await fetch('/docs/how-to/use-hooks.md')).text();
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
);
const blocks = (section: string, language: string) =>
  [...section.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code);

/** Removes the listeners of an example after its test. */
let listening = new AbortController();
const { addEventListener } = document;

/** Puts the example of a section on the page and runs its scripts, against the sandbox. */
async function run(title: string) {
  const section = sections.get(title) ?? '';
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const sandbox = createSandbox();
  const template = document.createElement('template');
  template.innerHTML = blocks(section, 'html').join('');
  const provider = document.importNode(template.content, true).querySelector('agni-provider');
  if (!provider) throw new Error(`No example in "${title}"`);
  const rest = [...(provider.parentNode as ParentNode).children].slice(1);
  provider.fetch = sandbox.fetch;
  root.append(provider, ...rest);
  const AsyncFunction = (async () => undefined).constructor as new (code: string) => () => Promise<void>;
  document.addEventListener = (name: string, listener: never) =>
    addEventListener.call(document, name, listener, { signal: listening.signal });
  try {
    await new AsyncFunction(blocks(section, 'js').join('\n'))();
  } finally {
    document.addEventListener = addEventListener;
  }
  const pane = provider.firstElementChild as Pane;
  await untilState(pane, 'ready');
  const view = viewOf(pane);
  const field = (label: string) => view.getByLabelText<HTMLInputElement>(label);
  const save = () => user.click(view.getByRole('button', { name: 'Save Changes' }));
  const writes = () =>
    sandbox
      .requests()
      .filter(({ method }) => method === 'PATCH')
      .map(({ body }) => body);
  return { root, provider, pane, view, field, save, writes, sandbox };
}

describe('an example of a hook', () => {
  afterEach(() => {
    listening.abort();
    listening = new AbortController();
  });

  it('asks before a write, which a rejection cancels', async () => {
    const { view, field, save, writes } = await run('Ask before a write');
    const { confirm } = window;
    try {
      window.confirm = () => false;
      await user.fill(field('Organization Name'), 'Northwind Group');
      await save();
      await view.findByText('Blocked by this site.');
      expect(writes()).to.deep.equal([]);
      window.confirm = () => true;
      await save();
      await view.findByText('Saved');
      expect(writes()).to.deep.equal([{ name: 'Northwind Group' }]);
    } finally {
      window.confirm = confirm;
    }
  });

  it('refuses a value with words at its field', async () => {
    const { pane, view, field, save, writes } = await run('Refuse a value');
    await user.fill(field('Website'), 'http://northwind.example');
    await save();
    const words = await view.findByText('Use an address with https.');
    expect(field('Website').getAttribute('aria-describedby')).to.include(words.id);
    await waitFor(() => expect(pane.shadowRoot?.activeElement === field('Website')).to.equal(true));
    expect(writes()).to.deep.equal([]);
    await user.fill(field('Website'), 'https://nw.example');
    expect(!!view.queryByText('Use an address with https.')).to.equal(false);
    await save();
    await view.findByText('Saved');
  });

  it('reacts to a write', async () => {
    const { root, field, save } = await run('React to a write');
    await user.fill(field('First Name'), 'Noor');
    await save();
    await waitFor(() => expect(root.querySelector('#greeting')?.textContent).to.match(/^Hello Noor /));
  });

  it('lets nothing be changed', async () => {
    const { view, field } = await run('Let nothing be changed');
    expect(field('Website').readOnly).to.equal(true);
    expect(!!view.queryByRole('button', { name: 'Save Changes' })).to.equal(false);
  });

  it('leaves fields out of panes, of requests and of the search of the hub', async () => {
    const { provider, view, field, save, writes, pane } = await run('Leave fields out');
    for (const label of ['Website', 'Region']) expect(!!view.queryByLabelText(label), label).to.equal(false);
    await user.fill(field('Allowed Email Domains'), 'nw.example');
    pane.setAttribute('hide', 'domains');
    await waitFor(() => expect(!!view.queryByLabelText('Allowed Email Domains')).to.equal(false));
    expect(pane.dirty).to.equal(false);
    await user.fill(field('Organization Name'), 'Northwind Group');
    await save();
    await view.findByText('Saved');
    expect(writes()).to.deep.equal([{ name: 'Northwind Group' }]);

    const hub = provider.querySelector('agni-settings');
    if (!hub) throw new Error('The example has no hub');
    await untilState(hub, 'ready');
    const organization = viewOf(hub.shadowRoot?.querySelector('agni-org-settings') as Element);
    await organization.findByLabelText('Website');
    expect(!!organization.queryByLabelText('Allowed Email Domains')).to.equal(false);
    await hub.search();
    const search = viewOf(hub);
    await user.fill(search.getByRole('combobox'), 'name');
    await search.findByRole('option', { name: /^First Name\s+Profile/ });
    expect(!!search.queryByRole('option', { name: /^Last Name\s+Profile/ })).to.equal(false);
  });

  it('adds a field that takes part in dirty, Save and Discard', async () => {
    const { pane, view, root, save, writes } = await run('Add a field of your own');
    const vat = root.querySelector<HTMLInputElement>('[name=vat]') as HTMLInputElement;
    const saved = () => (window as { savedVat?: string }).savedVat;
    await view.findByLabelText('Organization Name');
    await user.fill(vat, 'DE2');
    await waitFor(() => expect(pane.dirty).to.equal(true));
    await user.click(await view.findByRole('button', { name: 'Discard' }));
    expect([vat.value, pane.dirty]).to.deep.equal(['DE1', false]);
    await user.fill(vat, '');
    await save();
    expect(saved()).to.equal(undefined);
    await user.fill(vat, 'DE3');
    await save();
    await view.findByText('Saved');
    expect([saved(), vat.value, pane.dirty]).to.deep.equal(['DE3', 'DE3', false]);
    expect(writes()).to.deep.equal([]);
    await expect(pane).to.be.accessible();
  });

  it('switches an endpoint off', async () => {
    const { view } = await run('Change or switch off an endpoint');
    await waitFor(() => expect(!!view.queryByRole('link', { name: 'API Keys' })).to.equal(false));
    view.getByRole('link', { name: 'Users' });
  });

  it('sends requests its own way', async () => {
    const { pane } = await run('Send requests your way');
    expect(pane.state).to.equal('ready');
  });

  it('adds a pane, and learns which pane is open instead of an unknown one (D89)', async () => {
    const { view } = await run('Add a pane of your own');
    expect((window as { corrected?: string }).corrected).to.equal('/settings/profile');
    view.getByRole('link', { name: 'Billing' });
  });

  it('is what each section of the page has', () => {
    expect([...sections.keys()]).to.have.lengthOf(9);
  });
});

it('puts a field of the host into the form of a pane in the hub', async () => {
  const sandbox = createSandbox();
  const provider = await fixture(html`<agni-provider base-url="/" .fetch=${sandbox.fetch}>
    <agni-settings pane="profile"><label slot="field:profile">Nickname <input name="nickname" /></label></agni-settings>
  </agni-provider>`);
  const hub = provider.querySelector('agni-settings') as Pane;
  await untilState(hub, 'ready');
  const nickname = provider.querySelector('input') as HTMLInputElement;
  expect(nickname.checkVisibility()).to.equal(true);
  await user.fill(nickname, 'Nono');
  await waitFor(() => expect(hub.dirty).to.equal(true));
  hub.reset();
  await waitFor(() => expect([hub.dirty, nickname.value]).to.deep.equal([false, '']));
});

import { expect, html } from '@open-wc/testing';
import { listApiKeys } from '../../../src/contract/api-keys.js';
import { getOrganization } from '../../../src/contract/organization.js';
import { getUser } from '../../../src/contract/users.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { stopClock } from '../../clock.js';
import { untilState } from '../../mount.js';
import { waitFor } from '../../queries.js';
import { inDays, mount, textOf, withKeys } from './keys.js';

describe('<agni-api-keys> list', () => {
  it('shows each key with its state in words, what can be seen of it, who made it and when it was used', async () => {
    const { row } = await mount();
    const production = await row('Production');
    expect(textOf(production.querySelector('[part=badge]'))).to.equal('Active');
    expect(textOf(production.querySelector('code'))).to.match(/^agni_[a-z2-7]{10}••••.{4}$/);
    expect(textOf(production)).to.match(/created .+ by you · last used 4 minutes ago/);
    const staging = await row('Staging');
    expect(textOf(staging)).to.contain('Expires in 6 days');
    await waitFor(() =>
      expect(textOf(staging)).to.match(/created .+ by Ben Lindqvist · last used 2 hours ago · expires /),
    );
    expect(textOf(await row('Weekly report')))
      .to.contain('never used')
      .and.to.contain('Unused for 90 days');
    expect(textOf(await row('Import from the old system'))).to.match(/Expired .* · expired /);
  });

  it('tells its state at once, also where everything is known before it first renders', async () => {
    const body = { id: 'o', name: 'Northwind Dental', can_use_api: false };
    const sandbox = withKeys([{ name: 'of old' }]).fail(getOrganization, 200, undefined, { body });
    const { provider, pane } = await mount(sandbox);
    await untilState(pane, 'denied');
    const second = document.createElement('agni-api-keys');
    provider.append(second);
    expect(second.state).to.equal('denied');
  });

  it('leaves the name out where nobody can tell it', async () => {
    const { row, sandbox } = await mount(createSandbox().fail(getUser, 404));
    await waitFor(() =>
      expect(sandbox.requests().some(({ path }) => path.startsWith('/api/v1/users/0'))).to.equal(true),
    );
    expect(textOf(await row('Staging'))).to.match(/created [^·]+(?<!by \S+) · last used/);
  });

  it('leaves the name out for a creator whose id can not stand in a path, without an error in the console (D101)', async () => {
    const { error } = console;
    const logged: unknown[] = [];
    console.error = (...parts) => void logged.push(parts);
    try {
      const keys = ['.', '..', 'u/1?'].map((created_by, index) => ({
        name: `k${index}`,
        created_at: inDays(-1),
        created_by,
      }));
      const { row, sandbox } = await mount(withKeys(keys));
      await waitFor(() => expect(sandbox.requests().some(({ path }) => path.endsWith('u%2F1%3F'))).to.equal(true));
      for (const { name } of keys) expect(textOf(await row(name))).to.match(/created [^·]+(?<!by \S+) · never used/);
      expect(logged).to.deep.equal([]);
    } finally {
      console.error = error;
    }
  });

  it('believes the server about expiry, not the clock of this machine (C40)', async () => {
    const keys = [
      { name: 'past here, good there', expires_at: inDays(-0.5), is_active: true },
      { name: 'good here, past there', expires_at: inDays(0.5), is_active: false },
      { name: 'switched off', expires_at: inDays(200), is_active: false },
      { name: 'unknown', expires_at: inDays(-2) },
    ];
    const { rows } = await mount(withKeys(keys));
    const badges = rows().map((row) => textOf(row.querySelector('[part=badge]')));
    expect(badges).to.deep.equal(['Expires today', 'Expired', 'Inactive', 'Expired']);
  });

  it('has the exact time in UTC as the tooltip of each time', async () => {
    const { row } = await mount();
    const times = (await row('Production')).querySelectorAll('time');
    for (const time of times) expect(time.title).to.match(/UTC$/);
    expect(times).to.have.length(2);
  });

  it('lets relative times tick by the minute', async () => {
    await stopClock(async (clock) => {
      const { row, pane } = await mount(withKeys([{ name: 'a', last_used_at: new Date().toISOString() }]));
      expect(textOf(await row('a'))).to.contain('last used now');
      clock.tick(60_000);
      await pane.updateComplete;
      expect(textOf(await row('a'))).to.contain('last used 1 minute ago');
    });
  });

  it('shows dates nobody can read as they came (C41)', async () => {
    const keys = [
      { name: 'odd', created_at: 'yesterday-ish', last_used_at: '32.13.', expires_at: '9999-12-31T23:59:59Z' },
    ];
    const { row } = await mount(withKeys(keys));
    const text = textOf(await row('odd'));
    expect(text).to.contain('created yesterday-ish · last used 32.13.').and.to.contain('9999');
    expect(text).not.to.contain('Invalid');
  });

  it('gives every action a name that goes on with the key, without aria-label', async () => {
    const { button, row } = await mount();
    for (const name of ['Replace Production', 'Delete Production']) {
      expect((await row('Production')).contains(button(name))).to.equal(true);
      expect(button(name).hasAttribute('aria-label')).to.equal(false);
    }
  });

  it('shows hostile names as they are, isolated from the words around them (C53, C55)', async () => {
    const names = ['<img src=x onerror=alert(1)>', 'pay\u202Elia', '{name}', 'x'.repeat(10_000), 'مفتاح الإنتاج'];
    const { rows, pane } = await mount(withKeys(names.map((name) => ({ name }))));
    expect(rows().map((row) => row.querySelector('.name')?.textContent?.trim())).to.deep.equal(names);
    for (const row of rows()) expect(row.querySelector('.name > bdi')).to.exist;
    expect(pane.scrollWidth).to.be.at.most(pane.clientWidth);
    // The character that turns text around stands in an isolation of its own, so it turns nothing.
    expect(rows()[1]?.querySelector('.name bdi bdi')?.textContent).to.equal('\u202E');
  });

  it('offers search and order only where there are more than five keys', async () => {
    const few = await mount();
    expect(few.view.queryByLabelText('Search keys')).to.equal(null);
    const keys = Array.from({ length: 6 }, (_, index) => ({ name: `Key ${index}` }));
    const many = await mount(withKeys(keys));
    expect(many.view.queryByLabelText('Search keys')).to.exist;
  });

  it('finds keys by name or by what is visible of them, and says how many', async () => {
    const keys = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'].map((name) => ({ name }));
    const { user, field, rows, view } = await mount(withKeys([...keys, { name: 'Zeta', last_four: 'Q7xe' }]));
    await user.fill(field('Search keys'), 'ETA');
    await waitFor(() => view.getByText('2 keys'));
    expect(rows().map((row) => textOf(row.querySelector('.name')))).to.deep.equal(['Beta', 'Zeta']);
    await user.fill(field('Search keys'), 'q7x');
    expect(rows()).to.have.length(1);
    await user.fill(field('Search keys'), 'nothing like it');
    view.getByText('No key matches the search.');
  });

  it('finds keys by the name that is shown, without case and accents (D39, D40)', async () => {
    const keys = ['İpek', 'Groß', 'José', 'night\u00a0line', 'Σίσυφος', 'Plain'].map((name) => ({ name }));
    const { user, field, rows } = await mount(withKeys(keys));
    const queries = [
      ['ipek', 'İpek'],
      ['GROSS', 'Groß'],
      ['jose', 'José'],
      ['night  line', 'night line'],
      ['line, night', 'night line'],
      ['ΣΙΣΥΦΟΣ', 'Σίσυφος'],
    ];
    for (const [query, name] of queries) {
      await user.fill(field('Search keys'), query ?? '');
      await waitFor(() =>
        expect(
          rows().map((row) => textOf(row.querySelector('.name'))),
          query,
        ).to.deep.equal([name]),
      );
    }
  });

  it('puts keys in order by name, by last use and by expiry', async () => {
    const keys = [
      { name: 'b 10', created_at: inDays(-1), last_used_at: inDays(-1) },
      { name: 'b 9', created_at: inDays(-2), expires_at: inDays(20) },
      { name: 'a', created_at: inDays(-3), last_used_at: inDays(-0.1), expires_at: inDays(30) },
      ...['x', 'y', 'z'].map((name) => ({ name, created_at: inDays(-9) })),
    ];
    const { user, field, rows } = await mount(withKeys(keys));
    const first = () =>
      rows()
        .slice(0, 3)
        .map((row) => textOf(row.querySelector('.name')));
    expect(first()).to.deep.equal(['b 10', 'b 9', 'a']);
    await user.choose(field('Sort by'), 'Name');
    await waitFor(() => expect(first()).to.deep.equal(['a', 'b 9', 'b 10']));
    await user.choose(field('Sort by'), 'Last used');
    await waitFor(() => expect(first().slice(0, 2)).to.deep.equal(['a', 'b 10']));
    await user.choose(field('Sort by'), 'Expiry');
    await waitFor(() => expect(first().slice(0, 2)).to.deep.equal(['b 9', 'a']));
  });

  it('pages by twenty', async () => {
    const keys = Array.from({ length: 45 }, (_, index) => ({ name: `Key ${index + 1}`, created_at: inDays(-index) }));
    const { rows, press, button, view } = await mount(withKeys(keys));
    expect(rows()).to.have.length(20);
    expect(button('Previous page').getAttribute('aria-disabled')).to.equal('true');
    await press('Next page');
    await press('Next page');
    expect(rows().map((row) => textOf(row.querySelector('.name')))).to.deep.equal(
      Array.from({ length: 5 }, (_, index) => `Key ${index + 41}`),
    );
    view.getByText('41–45 of 45');
    await press('Next page');
    expect(rows()).to.have.length(5);
    await press('Previous page');
    expect(rows()).to.have.length(20);
  });

  it('offers the first key where there is none, and leads to the guide', async () => {
    const { openForm, view, pane } = await mount(createSandbox({ empty: true }));
    expect(view.getByRole('link', { name: 'Read about API keys' }).getAttribute('href')).to.equal(
      'https://docs.ravan.ai/guides/api-keys',
    );
    await openForm();
    await expect(pane).to.be.accessible();
  });

  it('tells a member who can see keys, and offers nothing (C17)', async () => {
    const { pane, view } = await mount(createSandbox().as('MEMBER'));
    expect(pane.state).to.equal('denied');
    view.getByText(/Only owners and admins/);
    expect(view.queryByRole('button')).to.equal(null);
  });

  it('explains that the plan has no API access, whichever way the server says so (C17)', async () => {
    const refusing = await mount(createSandbox().fail(listApiKeys, 403, 'API_ACCESS_DISABLED'));
    expect(refusing.pane.state).to.equal('denied');
    refusing.view.getByText(/plan of this workspace has no API access/);
    const body = { id: '0190aaaa-1111-7222-8333-444455556666', name: 'Northwind Dental', can_use_api: false };
    const telling = await mount(createSandbox().fail(getOrganization, 200, undefined, { body }));
    await waitFor(() => expect(telling.pane.state).to.equal('denied'));
    telling.view.getByText(/plan of this workspace has no API access/);
  });

  it('shows keys and changes nothing where the host made it read-only', async () => {
    const { view, rows } = await mount(createSandbox(), html`<agni-api-keys readonly></agni-api-keys>`);
    expect(rows()).to.have.length(5);
    view.getByText('These settings are read-only here.');
    expect(view.queryByRole('button', { name: /New Key|Replace|Delete/ })).to.equal(null);
  });

  it('says what is not available where the host switched operations off (C20)', async () => {
    const { provider, view, pane } = await mount();
    provider.endpoints = { createApiKey: null };
    await waitFor(() => view.getByText('Keys cannot be created here.'));
    expect(view.queryByRole('button', { name: /New Key|Replace/ })).to.equal(null);
    provider.endpoints = { deleteApiKey: null };
    await waitFor(() => view.getByText('Keys cannot be deleted here.'));
    expect(view.queryByRole('button', { name: /Delete/ })).to.equal(null);
    provider.endpoints = { listApiKeys: null };
    provider.userKey = 'somebody else';
    await waitFor(() => expect(pane.state).to.equal('unavailable'));
  });

  it('keeps the main action where the host has a heading of its own', async () => {
    const { view, button } = await mount(createSandbox(), html`<agni-api-keys no-heading></agni-api-keys>`);
    expect(view.queryByRole('heading', { name: 'API Keys' })).to.equal(null);
    expect(button('+ New Key')).to.exist;
  });

  it('keeps the list where a later reading fails, and says that it may be out of date', async () => {
    const { pane, rows, view, sandbox } = await mount();
    sandbox.fail(listApiKeys, 500);
    await pane.refresh();
    await waitFor(() => view.getByText(/may be out of date/));
    expect(rows()).to.have.length(5);
  });

  it('puts actions under their row where it is narrow, and fits into 280 pixels', async () => {
    const { pane, row, provider } = await mount();
    provider.parentElement!.style.inlineSize = '280px';
    await pane.updateComplete;
    const production = await row('Production');
    const actions = production.querySelector('.actions')!.getBoundingClientRect();
    expect(actions.top).to.be.at.least(production.querySelector('.facts')!.getBoundingClientRect().bottom);
    expect(pane.scrollWidth).to.be.at.most(280);
  });

  it('is accessible, with the advice after a leak open as well', async () => {
    const { pane, press, view } = await mount();
    await press('What to do after a leak');
    await waitFor(() => view.getByLabelText('Leaked key'));
    await expect(pane).to.be.accessible();
  });
});

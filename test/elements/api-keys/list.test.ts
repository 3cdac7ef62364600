import { expect, html } from '@open-wc/testing';
import { listApiKeys } from '../../../src/contract/api-keys.js';
import { getOrganization } from '../../../src/contract/organization.js';
import { getUser } from '../../../src/contract/users.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { stopClock } from '../../clock.js';
import { untilClosed, untilState } from '../../mount.js';
import { waitFor } from '../../queries.js';
import { inDays, mount, textOf, withKeys } from './keys.js';

describe('<agni-api-keys> list', () => {
  it('shows each key with its state in words, what can be seen of it, who made it and when it was used (D93)', async () => {
    const { row } = await mount();
    const production = await row('Production');
    expect(!!production.querySelector('[part~=badge]')).to.equal(false);
    expect(textOf(production.querySelector('code'))).to.match(/^agni_[a-z2-7]{10}••••.{4}$/);
    expect(textOf(production)).to.match(/\d{4}\s*by you\s*4 minutes ago\s*Never expires/);
    const staging = await row('Staging');
    expect(textOf(staging)).to.contain('Expires in 6 days');
    const height = staging.getBoundingClientRect().height;
    await waitFor(() => expect(textOf(staging)).to.match(/\d{4}\s*by Ben Lindqvist\s*2 hours ago.+Expires in 6 days/));
    expect(staging.getBoundingClientRect().height).to.equal(height);
    expect(textOf(await row('Weekly report'))).to.match(/Never used(?!.*Unused)/);
    expect(textOf(await row('Import from the old system'))).to.match(/1 month ago.+ Expired/);
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

  it('leaves the name out where it cannot be found', async () => {
    const { row, sandbox } = await mount(createSandbox().fail(getUser, 404));
    await waitFor(() =>
      expect(sandbox.requests().some(({ path }) => path.startsWith('/api/v1/users/0'))).to.equal(true),
    );
    expect(textOf(await row('Staging'))).to.match(/\d{4}(?!.*by ).* ago/);
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
      for (const { name } of keys) expect(textOf(await row(name))).to.match(/\d{4}(?!.*by ).*Never/);
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
    const badges = rows().map((row) => textOf(row.querySelector('[part~=badge]')));
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
      expect(textOf(await row('a'))).to.contain('now');
      clock.tick(60_000);
      await pane.updateComplete;
      expect(textOf(await row('a'))).to.contain('1 minute ago');
    });
  });

  it('shows dates that cannot be parsed as they came (C41)', async () => {
    const keys = [
      { name: 'odd', created_at: 'yesterday-ish', last_used_at: '32.13.', expires_at: '9999-12-31T23:59:59Z' },
    ];
    const { row } = await mount(withKeys(keys));
    const text = textOf(await row('odd'));
    expect(text).to.contain('yesterday-ish').and.to.contain('32.13.').and.to.contain('9999');
    expect(text).not.to.contain('Invalid');
  });

  it('has a menu for every key, named after the key', async () => {
    const { button, row, view, press, choose, dialog } = await mount();
    expect((await row('Production')).contains(button('Actions for Production'))).to.equal(true);
    await press('Actions for Staging');
    const menu = await view.findByRole('menu', { name: 'Actions for Staging' });
    const items = [...menu.querySelectorAll('[role=menuitem]')].map(textOf);
    expect(items).to.deep.equal(['Replace', 'Code examples', 'Delete']);
    await choose('Production', 'Delete');
    expect(textOf(await dialog('Delete API key'))).to.contain('Production');
  });

  it('shows code examples for a key that exists already (D65)', async () => {
    const { pane, view, choose, dialog, user } = await mount();
    await choose('Production', 'Code examples');
    const open = await dialog('Code examples for Production');
    expect(textOf(open.querySelector('pre'))).to.contain('X-Api-Key: YOUR_API_KEY');
    await user.click(view.getByRole('tab', { name: 'Python' }));
    expect(textOf(open.querySelector('pre'))).to.contain('urlopen');
    await expect(pane).to.be.accessible();
    await user.click(view.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(!!pane.shadowRoot?.querySelector('dialog')).to.equal(false));
  });

  it('closes the code examples of a key, and forgets which key leaked, when the user signs out or is another one', async () => {
    const { sandbox, provider, pane, view, choose, dialog, press, user, field } = await mount();
    const openExamples = async () => {
      await choose('Production', 'Code examples');
      await dialog('Code examples for Production');
    };
    await press('What to do after a leak');
    const first = (await view.findByLabelText<HTMLSelectElement>('Leaked key')).value;
    await user.choose(field('Leaked key'), 'Staging');
    expect(field('Leaked key').value).to.not.equal(first);
    await openExamples();
    sandbox.as('anonymous');
    await pane.refresh();
    await untilState(pane, 'signed-out');
    expect(!!view.queryByRole('dialog')).to.equal(false);
    sandbox.as('OWNER');
    await pane.refresh();
    await untilState(pane, 'ready');
    expect(field('Leaked key').value).to.equal(first);
    await user.choose(field('Leaked key'), 'Staging');
    await openExamples();
    provider.userKey = 'another user';
    await untilClosed(pane);
    await untilState(pane, 'ready');
    expect(field('Leaked key').value).to.equal(first);
  });

  it('has rows of one height that show all facts, and cards of two lines where it is narrow', async () => {
    const { pane, rows } = await mount();
    const heights = () => rows().map((row) => Math.round(row.getBoundingClientRect().height));
    pane.style.inlineSize = '50rem';
    expect(Math.max(...heights())).to.be.at.most(56);
    pane.style.inlineSize = '24rem';
    expect(Math.max(...heights())).to.be.at.most(100);
    pane.style.inlineSize = '';
  });

  it('shows hostile names as they are, isolated from the words around them (C53, C55)', async () => {
    const names = ['<img src=x onerror=alert(1)>', 'pay\u202Elia', '{name}', 'x'.repeat(10_000), 'مفتاح الإنتاج'];
    const { rows, pane } = await mount(withKeys(names.map((name) => ({ name }))));
    expect(rows().map((row) => row.querySelector('.name')?.textContent?.trim())).to.deep.equal(names);
    for (const row of rows()) expect(row.querySelector('.name > bdi')).to.exist;
    expect(pane.scrollWidth).to.be.at.most(pane.clientWidth);
    // An inner `bdi` isolates the character that reverses text, so the text around is not reversed.
    expect(rows()[1]?.querySelector('.name bdi bdi')?.textContent).to.equal('\u202E');
  });

  it('offers search and order from the first key on, so that the sixth does not push the list down (D66)', async () => {
    const topOfList = async (count: number, width: string) => {
      const keys = Array.from({ length: count }, (_, index) => ({ name: `Key ${index}` }));
      const { pane, view } = await mount(withKeys(keys));
      pane.style.width = width;
      const table = view.getByRole('table', { name: 'API keys' });
      const top = () => table.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      const first = top();
      await view.findByLabelText('Search keys');
      await view.findByLabelText('Filter');
      expect(top(), 'once the fields are loaded').to.be.closeTo(first, 0.01);
      return first;
    };
    for (const width of ['700px', '360px'])
      expect(await topOfList(6, width)).to.be.closeTo(await topOfList(1, width), 0.01);
  });

  it('says each fact once in a card on a phone, below one row for search, order and filter', async () => {
    const { pane, row, view } = await mount();
    pane.style.width = '342px';
    await view.findByLabelText('Filter');
    const tops = ['Search keys', 'Sort by', 'Filter'].map(
      (label) => view.getByLabelText(label).parentElement?.getBoundingClientRect().top,
    );
    expect(new Set(tops).size).to.equal(1);
    const shown = async (name: string, column: string) =>
      // biome-ignore lint/performance/useDomNodeTextContent: omits texts that the card hides
      (await row(name)).querySelector<HTMLElement>(`[data-key=${column}]`)?.innerText.trim();
    expect(await shown('Staging', 'expires')).to.equal('Expires in 6 days');
    expect(await shown('Import from the old system', 'expires')).to.match(/^\w+ \d+, \d{4} Expired$/);
    expect(await shown('Booking widget', 'used')).to.equal('4 months ago');
    expect(await shown('Weekly report', 'used')).to.equal('Never used');
    pane.style.width = '700px';
    await waitFor(async () => expect(await shown('Staging', 'expires')).to.match(/\d{4}\s+Expires in 6 days$/));
    expect(await shown('Booking widget', 'used')).to.match(/^4 months ago\s+Unused for 90 days$/);
  });

  it('finds keys by name or by what is visible of them, and says how many', async () => {
    const keys = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'].map((name) => ({ name }));
    const { search, rows, view } = await mount(withKeys([...keys, { name: 'Zeta', last_four: 'Q7xe' }]));
    await search('ETA');
    await waitFor(() => view.getByText('2 keys'));
    expect(rows().map((row) => textOf(row.querySelector('.name')))).to.deep.equal(['Beta', 'Zeta']);
    await search('q7x');
    expect(rows()).to.have.length(1);
    await search('nothing like it');
    view.getByText('No matching keys.');
  });

  it('finds keys by the name that is shown, without case and accents (D39, D40)', async () => {
    const keys = ['İpek', 'Groß', 'José', 'night\u00a0line', 'Σίσυφος', 'Plain'].map((name) => ({ name }));
    const { search, rows } = await mount(withKeys(keys));
    const queries = [
      ['ipek', 'İpek'],
      ['GROSS', 'Groß'],
      ['jose', 'José'],
      ['night  line', 'night line'],
      ['line, night', 'night line'],
      ['ΣΙΣΥΦΟΣ', 'Σίσυφος'],
    ];
    for (const [query, name] of queries) {
      await search(query ?? '');
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
    const { view, press, rows } = await mount(withKeys(keys));
    const sorted = (name: string) => view.getByRole('columnheader', { name }).getAttribute('aria-sort');
    const first = () =>
      rows()
        .slice(0, 3)
        .map((row) => textOf(row.querySelector('.name')));
    expect(first()).to.deep.equal(['b 10', 'b 9', 'a']);
    await press('Name');
    await waitFor(() => expect(first()).to.deep.equal(['a', 'b 9', 'b 10']));
    await press('Last used');
    await waitFor(() => expect(first().slice(0, 2)).to.deep.equal(['a', 'b 10']));
    expect(sorted('Last used')).to.equal('descending');
    await press('Expires');
    await waitFor(() => expect(first().slice(0, 2)).to.deep.equal(['b 9', 'a']));
    expect(sorted('Expires')).to.equal('ascending');
    await press('Name');
    await press('Name');
    await waitFor(() => expect(first()).to.deep.equal(['z', 'y', 'x']));
    await press('Name');
    await waitFor(() => expect(first()).to.deep.equal(['b 10', 'b 9', 'a']));
    expect(!!sorted('Name')).to.equal(false);
  });

  it('shows the keys that the reader or an address asks for, and all of them again', async () => {
    const keys = [
      { name: 'endless', created_at: inDays(-1), last_used_at: inDays(0) },
      { name: 'new', created_at: inDays(-1), expires_at: inDays(20) },
      { name: 'idle', created_at: inDays(-200), last_used_at: inDays(-100), expires_at: inDays(30) },
      { name: 'switched off', created_at: inDays(-200), is_active: false },
    ];
    const { pane, provider, view, user, rows } = await mount(withKeys(keys));
    const names = () => rows().map((row) => textOf(row.querySelector('.name')));
    const show = async (choice: string) => user.choose(await view.findByLabelText('Filter'), choice);
    await show('Never used');
    expect(names()).to.deep.equal(['new']);
    await show('Unused for 90 days');
    expect(names()).to.deep.equal(['idle']);
    await view.findByText('1 key');
    expect(pane.show('unending')).to.equal(true);
    await waitFor(() => expect(names()).to.deep.equal(['endless']));
    await waitFor(() => expect(pane.shadowRoot?.activeElement === view.getByLabelText('Filter')).to.equal(true));
    expect(pane.show('no such place')).to.equal(false);
    const outside = document.createElement('button');
    provider.append(outside);
    pane.show('never-used');
    outside.focus(); // the user has moved the focus
    await waitFor(() => expect(names()).to.deep.equal(['new']));
    await pane.updateComplete;
    expect(document.activeElement === outside).to.equal(true);
    pane.reset();
    await waitFor(() => expect(names()).to.have.length(4));
  });

  it('shows all keys once a user signs in again, and to another user, though a search was on before', async () => {
    const { sandbox, provider, pane, search, rows, field } = await mount();
    const count = rows().length;
    const searchStaging = async () => {
      await search('staging');
      await waitFor(() => expect(rows()).to.have.length(1));
    };
    await searchStaging();
    sandbox.as('anonymous');
    await pane.refresh();
    await untilState(pane, 'signed-out');
    sandbox.as('OWNER');
    await pane.refresh();
    await untilState(pane, 'ready');
    await waitFor(() => expect(rows()).to.have.length(count));
    expect(field('Search keys').value).to.equal('');
    await searchStaging();
    provider.userKey = 'another user';
    await waitFor(() => expect(rows()).to.have.length(count));
    expect(field('Search keys').value).to.equal('');
  });

  it('keeps the filter that an address asked for before there was a session', async () => {
    const pane = document.createElement('agni-api-keys');
    const { provider, rows } = await mount(withKeys([{ name: 'endless' }, { name: 'new', expires_at: inDays(20) }]));
    await waitFor(() => expect(rows()).to.have.length(2));
    pane.show('unending');
    provider.append(pane);
    await waitFor(() => expect(pane.shadowRoot?.querySelectorAll('[part=row]')).to.have.length(1));
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

  it('shows the first of what it finds, from whatever page the user was on', async () => {
    const keys = Array.from({ length: 45 }, (_, index) => ({ name: `Key ${index + 1}`, created_at: inDays(-index) }));
    const { press, search, view } = await mount(withKeys(keys));
    await press('Next page');
    view.getByText('21–40 of 45');
    await search('key');
    await view.findByText('1–20 of 45');
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
    refusing.view.getByText(/plan doesn't include API access/);
    const body = { id: '0190aaaa-1111-7222-8333-444455556666', name: 'Northwind Dental', can_use_api: false };
    const telling = await mount(createSandbox().fail(getOrganization, 200, undefined, { body }));
    await waitFor(() => expect(telling.pane.state).to.equal('denied'));
    telling.view.getByText(/plan doesn't include API access/);
  });

  it('shows keys and changes nothing where the host made it read-only', async () => {
    const { view, rows } = await mount(createSandbox(), html`<agni-api-keys readonly></agni-api-keys>`);
    expect(rows()).to.have.length(5);
    view.getByText('These settings are read-only.');
    expect(view.queryByRole('button', { name: /New Key|Replace|Delete/ })).to.equal(null);
  });

  it('says what is not available where the host switched operations off (C20)', async () => {
    const { provider, view, pane } = await mount();
    provider.endpoints = { createApiKey: null };
    await waitFor(() => view.getByText("You can't create keys here."));
    expect(view.queryByRole('button', { name: /New Key|Replace/ })).to.equal(null);
    provider.endpoints = { deleteApiKey: null };
    await waitFor(() => view.getByText("You can't delete keys here."));
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

  it('keeps the menu beside the name where it is narrow, and fits into 280 pixels', async () => {
    const { pane, row, provider } = await mount();
    provider.parentElement!.style.inlineSize = '280px';
    await pane.updateComplete;
    const production = await row('Production');
    const actions = production.querySelector('.actions')!.getBoundingClientRect();
    expect(actions.bottom).to.be.at.most(production.querySelector('.facts')!.getBoundingClientRect().bottom);
    expect(actions.right).to.be.at.most(pane.getBoundingClientRect().right);
    expect(pane.scrollWidth).to.be.at.most(280);
  });

  it('is accessible, with the advice after a leak open as well', async () => {
    const { pane, press, view } = await mount();
    await press('What to do after a leak');
    await waitFor(() => view.getByLabelText('Leaked key'));
    await expect(pane).to.be.accessible();
  });
});

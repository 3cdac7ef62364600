import { expect, html } from '@open-wc/testing';
import { listUsers } from '../../../src/contract/users.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { waitFor, within } from '../../queries.js';
import { mount, textOf, withUsers } from './users-pane.js';

/** A pane with more users than one page shows. */
const mountMany = (users = 60) => mount(createSandbox({ users }));

describe('<agni-users>, search, filters and order', () => {
  it('finds users by a part of name or email, and asks once nothing more is typed (C36)', async () => {
    const { sandbox, search, listed, status } = await mountMany();
    for (const text of ['K', 'Ko', ' KOF', 'KOFI ']) await search(text);
    await listed('Kofi Mensah');
    await waitFor(() => expect(status()).to.include('1 user found'));
    const asked = sandbox.requests().flatMap(({ query }) => query.search ?? []);
    expect(asked.map((text) => text.trim())).to.deep.equal(['KOFI']);
  });

  it('shows every user once the user signs in again, though a filter was on before (D32)', async () => {
    const sandbox = createSandbox();
    const { pane, search, field, listed, names } = await mount(sandbox);
    await search('kofi');
    await listed('Kofi Mensah');
    sandbox.as('anonymous');
    await pane.refresh();
    await waitFor(() => expect(pane.state).to.equal('signed-out'));
    sandbox.as('OWNER');
    await pane.refresh();
    await waitFor(() => expect(pane.state).to.equal('ready'));
    expect(field('Search users').value).to.equal('');
    await waitFor(() => expect(names()).to.have.length(8));
  });

  it('filters by role, status and two-factor at any size, says what is filtered, and clears it (D33)', async () => {
    const { field, user, listed, press, root, names, view, status } = await mountMany();
    await user.choose(field('Role'), 'ADMIN');
    await user.choose(field('Two-Factor'), 'On');
    await listed('Kofi Mensah');
    await waitFor(() => expect(status()).to.include('1 user found'));
    await user.choose(field('Status'), 'Disabled');
    await view.findByText('No users match these filters.');
    expect(view.getByRole('tab', { name: 'Members', description: '60' })).to.exist;
    await press('Clear filters');
    await waitFor(() => expect(names()).to.have.length(20));
    expect(root.activeElement === field('Search users')).to.equal(true);
    expect(['Role', 'Status', 'Two-Factor'].map((label) => field(label).value)).to.deep.equal(['', '', '']);
    expect(!!view.queryByRole('button', { name: 'Clear filters' })).to.equal(false);
  });

  it('sorts by its headers, on the server, at any size (D33)', async () => {
    const { view, press, names, sandbox } = await mountMany();
    const header = (name: string) => view.getByRole('columnheader', { name });
    const unsorted = names();
    await press('Member');
    await waitFor(() => expect(names()).to.deep.equal([...names()].sort((a, b) => a.localeCompare(b))));
    expect(header('Member').ariaSort).to.equal('ascending');
    await press('Member');
    await waitFor(() => expect(header('Member').ariaSort).to.equal('descending'));
    await waitFor(() => expect(names()[0]).to.equal('Yuki Tanabe'));
    await press('Member');
    await waitFor(() => expect(names()).to.deep.equal(unsorted));
    expect(header('Member').getAttribute('aria-sort')).to.equal(null);
    await press('Last Login'); // the latest first
    await waitFor(() => expect(header('Last Login').ariaSort).to.equal('descending'));
    await waitFor(() => expect(names()[0]).to.equal('Ada Osei'));
    await press('Two-Factor');
    await press('Two-Factor');
    await waitFor(() => expect(names()[0]).to.equal('Kofi Mensah'));
    const sorts = sandbox.requests().flatMap(({ query }) => query.sort ?? []);
    expect(sorts).to.include.members(['name', '-name', '-last_login', '-two_factor']);
  });

  it('sorts where rows are cards, by a field in place of the headers', async () => {
    const { pane, view, field, user, names } = await mountMany();
    pane.style.width = '360px';
    await waitFor(() => expect(!!view.queryByRole('button', { name: 'Last Login' })).to.equal(false));
    await user.choose(field('Sort by'), 'Last Login ↓');
    await waitFor(() => expect(names()[0]).to.equal('Ada Osei'));
    await user.choose(field('Sort by'), 'Member ↓');
    await waitFor(() => expect(names()[0]).to.equal('Yuki Tanabe'));
    for (const label of ['Sort by', 'Role', 'Status']) {
      const { left, top, width, height } = field(label).getBoundingClientRect();
      const atCenter = pane.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
      expect(atCenter === field(label), `${label} is what a finger meets`).to.equal(true);
    }
  });

  it('shows the users that a host or the check-up asks for (D33)', async () => {
    const { pane, listed, field } = await mount(
      createSandbox(),
      html`<agni-users .filter=${{ two_factor: 'on' }}></agni-users>`,
    );
    await listed('Kofi Mensah');
    expect(field('Two-Factor').value).to.equal('on');
    pane.filter = { role: 'OWNER' };
    await listed('Ada Osei');
    expect(pane.filter).to.deep.equal({ search: '', role: 'OWNER', status: '', two_factor: '', sort: '' });
    expect(pane.show('two-factor-off')).to.equal(true);
    await waitFor(() => expect(pane.shadowRoot?.activeElement === field('Two-Factor')).to.equal(true));
    expect(pane.filter.two_factor).to.equal('off');
    expect(pane.show('roles')).to.equal(true);
    await waitFor(() => expect(textOf(pane.shadowRoot?.activeElement)).to.equal('Roles'));
    expect(pane.show('no such place')).to.equal(false);
  });

  it('says that a server does not know a filter, rather than show users of the wrong kind as found', async () => {
    const users = [{ two_factor_enabled: true }, { two_factor_enabled: false }];
    const { field, user, view } = await mount(withUsers(users));
    await user.choose(field('Two-Factor'), 'Off');
    await view.findByText("The server can't filter by two-factor authentication, so all users are shown.");
  });

  it('forgets the filter when the host resets the pane, and when another user signs in (C10)', async () => {
    const { provider, pane, search, listed, names, field } = await mount();
    await search('kofi');
    await listed('Kofi Mensah');
    pane.reset();
    await waitFor(() => expect(names()).to.have.length(8));
    await search('kofi');
    await listed('Kofi Mensah');
    provider.userKey = 'another user';
    await waitFor(() => expect(names()).to.have.length(8));
    expect(field('Search users').value).to.equal('');
  });
});

describe('<agni-users>, its pages', () => {
  it('pages through ten thousand users, and stays there when it reads again (C34)', async () => {
    const { pane, press, view, names, status } = await mountMany(10_000);
    expect(names()).to.have.length(20);
    const first = names();
    await press('Next page');
    await waitFor(() => expect(status()).to.include('21–40 of 10,000'));
    expect(names()).to.not.deep.equal(first);
    await pane.refresh();
    expect(status()).to.include('21–40 of 10,000');
    await press('Previous page');
    await waitFor(() => expect(names()).to.deep.equal(first));
    expect(view.getByRole('button', { name: 'Previous page' }).ariaDisabled).to.equal('true');
  });

  it('shows 20, 50 or 100 rows, as users choose, and goes back to the first (D34)', async () => {
    const { pane, press, field, user, names, status, sandbox } = await mountMany(130);
    const options = [...field('Rows per page').querySelectorAll('option')].map(textOf);
    expect(options).to.deep.equal(['20', '50', '100']);
    await press('Next page');
    await waitFor(() => expect(status()).to.include('21–40 of 130'));
    await user.choose(field('Rows per page'), '100');
    await pane.updateComplete;
    expect((field('Rows per page') as HTMLInputElement).value).to.equal('100'); // even before the answer
    await waitFor(() => expect(status()).to.include('1–100 of 130'));
    expect(names()).to.have.length(100);
    await press('Next page');
    await waitFor(() => expect(status()).to.include('101–130 of 130'));
    expect(sandbox.requests().filter(({ query }) => query.limit === '100')).to.have.length(2);
  });

  it('goes back to the first page when the filter or the order changes', async () => {
    const { press, field, user, status } = await mountMany();
    await press('Next page');
    await waitFor(() => expect(status()).to.include('21–40 of 60'));
    await press('Member');
    await waitFor(() => expect(status()).to.include('1–20 of 60'));
    await press('Next page');
    await waitFor(() => expect(status()).to.include('21–40 of 60'));
    await user.choose(field('Two-Factor'), 'Off');
    await waitFor(() => expect(status().join()).to.match(/1–20 of 5\d/));
  });

  it('leads to the first row of the next page, in sight and with the focus, also in a pane that scrolls (D34)', async () => {
    const { pane, press, names, root, status, view } = await mountMany(45);
    const scroller = pane.parentElement as HTMLElement;
    scroller.style.cssText = 'display: block; block-size: 15rem; overflow: auto';
    view.getByRole('button', { name: 'Next page' }).scrollIntoView();
    const table = view.getByRole('table', { name: 'Members' });
    const isInView = () => {
      const [top, box] = [table.getBoundingClientRect().top, scroller.getBoundingClientRect()];
      return top > box.top - 1 && top < box.bottom;
    };
    expect(isInView()).to.equal(false);
    await press('Next page');
    await waitFor(() => expect(status()).to.include('21–40 of 45'));
    expect(names()).to.have.length(20);
    expect(root.activeElement === table).to.equal(true);
    expect(isInView()).to.equal(true);
  });

  it('shows what came where nothing is counted, and pages through what came at once (C34)', async () => {
    const users = Array.from({ length: 45 }, (_, index) => ({ first_name: `P${index}` }));
    const { names, press, status } = await mount(withUsers(users));
    expect(names()).to.have.length(20);
    await press('Next page');
    await waitFor(() => expect(names()[0]).to.equal('P20'));
    await press('Next page');
    await waitFor(() => expect(names()).to.deep.equal(['P40', 'P41', 'P42', 'P43', 'P44']));
    expect(status()).to.include('41–45 of 45');
  });

  it('is unavailable where the server has no list of users', async () => {
    const { pane, view } = await mount(createSandbox().fail(listUsers, 404));
    expect(pane.state).to.equal('unavailable');
    expect(within(pane.shadowRoot as unknown as HTMLElement).queryAllByRole('table')).to.be.empty;
    expect(!!view.queryByRole('button', { name: 'Export CSV' })).to.equal(false);
  });
});

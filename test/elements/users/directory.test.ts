import { expect } from '@open-wc/testing';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { catchFiles, pretendFrame } from '../../files.js';
import { waitFor } from '../../queries.js';
import { mount, textOf, withPeople } from './people.js';

describe('<agni-users>, its table', () => {
  it('lists everyone with access: who they are, what they may do, how they sign in', async () => {
    const { pane, view, cells, rest, names } = await mount();
    expect(view.getByRole('heading', { name: 'Users', level: 2 })).to.exist;
    expect(view.getByRole('table', { name: 'Members' })).to.exist;
    const headings = view.getAllByRole('columnheader').map(({ textContent }) => textContent?.trim());
    const shown = ['Name', 'Email', 'Role', 'Permissions', 'Status', 'Two-Factor', 'Last Login', 'Actions'];
    expect(headings).to.deep.equal(shown);
    expect(names()).to.have.length(8);
    const [name, email, role, permissions, status, twoFactor, login] = await cells('Ada Osei');
    expect([name, email, role]).to.deep.equal(['Ada Osei you', 'owner@northwind.example', 'OWNER']);
    expect([status, twoFactor, login]).to.deep.equal(['Active', 'Off', '3 hours ago']);
    expect(permissions).to.match(/^organization:readusers:read 9 more Ada Osei .*integrations:manage$/);
    expect((await cells('Kofi Mensah'))[5]).to.equal('On');
    expect((await cells('Jonas Weber'))[6]).to.equal('Never');
    expect((await cells('Elif Kaya'))[4]).to.equal('Disabled');
    await rest();
    await expect(pane).to.be.accessible();
  });

  it('finds people by a part of name or address once nothing more is typed (C36)', async () => {
    const { sandbox, search, listed, status } = await mount(createSandbox({ users: 60 }));
    for (const text of ['K', 'Ko', ' KOF', 'KOFI ']) await search(text);
    await listed('Kofi Mensah');
    expect(status()).to.include('1 person');
    const asked = sandbox.requests().flatMap(({ query }) => query.search ?? []);
    expect(asked).to.deep.equal(['KOFI']);
  });

  it('shows every user once the user signs in again, though a filter was on before (D32)', async () => {
    const sandbox = createSandbox();
    const { pane, search, field, listed, names } = await mount(sandbox);
    await search('kofi');
    await listed('Kofi Mensah');
    sandbox.as('nobody');
    await pane.refresh();
    await waitFor(() => expect(pane.state).to.equal('signed-out'));
    sandbox.as('OWNER');
    await pane.refresh();
    await waitFor(() => expect(pane.state).to.equal('ready'));
    expect(field('Search users').value).to.equal('');
    await waitFor(() => expect(names()).to.have.length(8));
  });

  it('finds people by role and status, and says where nobody fits', async () => {
    const { field, user, listed, press, view, root, names } = await mount();
    await user.choose(field('Role'), 'ADMIN');
    await listed('Ben Lindqvist', 'Kofi Mensah');
    await user.choose(field('Status'), 'Disabled');
    await view.findByText('Nobody matches.');
    await press('Clear filters');
    await waitFor(() => expect(names()).to.have.length(8));
    expect(root.activeElement).to.equal(field('Search users'));
    expect(field('Role').value).to.equal('');
  });

  it('puts in order and sifts only where everybody is here', async () => {
    const { field, user, names, search, listed, view } = await mount();
    await user.choose(field('Sort by'), 'Name');
    expect(names()[0]).to.equal('Ada Osei');
    expect(names().at(-1)).to.equal('Yuki Tanabe');
    await user.choose(field('Sort by'), 'Last login');
    expect(names().at(-1)).to.equal('Jonas Weber');
    await user.click(field('Only without two-factor authentication'));
    expect(names()).to.not.include('Kofi Mensah');
    await search('kofi');
    await view.findByText('Nobody matches.');
    await user.click(view.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(names()).to.have.length(8));
    const many = await mount(createSandbox({ users: 60 }));
    expect(many.view.queryByLabelText('Sort by')).to.equal(null);
    await many.search('kofi');
    await many.listed('Kofi Mensah');
    expect(many.view.queryByLabelText('Sort by')).to.not.equal(null);
    await listed(...names());
  });

  it('pages through ten thousand people, and stays there when it reads anew (C34)', async () => {
    const { pane, press, view, names, status } = await mount(createSandbox({ users: 10_000 }));
    expect(names()).to.have.length(20);
    const first = names();
    await press('Next page');
    await waitFor(() => expect(status()).to.include('21–40 of 10,000'));
    expect(names()).to.not.deep.equal(first);
    await pane.refresh();
    expect(status()).to.include('21–40 of 10,000');
    await press('Previous page');
    await waitFor(() => expect(names()).to.deep.equal(first));
    expect(view.getByRole('button', { name: 'Previous page' }).getAttribute('aria-disabled')).to.equal('true');
  });

  it('leads to the first row of the next page, in sight and with the focus, also in a pane that scrolls (D34)', async () => {
    const { pane, press, names, root, status, view } = await mount(createSandbox({ users: 45 }));
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
    expect(root.activeElement).to.equal(table);
    expect(isInView()).to.equal(true);
  });

  it('shows what came where nothing is counted, and pages through what came at once (C34)', async () => {
    const people = Array.from({ length: 45 }, (_, index) => ({ first_name: `P${index}` }));
    const { names, press, status } = await mount(withPeople(people));
    expect(names()).to.have.length(20);
    await press('Next page');
    await waitFor(() => expect(names()[0]).to.equal('P20'));
    await press('Next page');
    await waitFor(() => expect(names()).to.deep.equal(['P40', 'P41', 'P42', 'P43', 'P44']));
    expect(status()).to.include('41–45 of 45');
  });

  it('keeps the reader’s place when people come and go, and names nobody twice (C35)', async () => {
    const people = ['A', 'B', 'C', 'D'].map((name) => ({ id: name, first_name: name }));
    const sandbox = withPeople(people);
    const { pane, button, root, names } = await mount(sandbox);
    (await button('Change role C')).focus();
    withPeople([{ id: 'X', first_name: 'X' }, ...people.slice(1), ...people.slice(1)], sandbox);
    await pane.refresh();
    expect(names()).to.deep.equal(['X', 'B', 'C', 'D']);
    expect(textOf(root.activeElement)).to.equal('Change role C');
    withPeople([...people].reverse(), sandbox);
    await pane.refresh();
    await waitFor(() => expect(textOf(root.activeElement)).to.equal('Change role C'));
    withPeople([people[0], people[1], people[3]] as object[], sandbox);
    await pane.refresh();
    await pane.updateComplete;
    expect(root.activeElement?.closest('tr')?.dataset.id).to.equal('B');
  });

  it('shows names as they are, whatever they hold (C53, C55)', async () => {
    const long = 'x'.repeat(10_000);
    const people = [
      { first_name: '<img src=x onerror=alert(1)>', last_name: '{{7*7}}' },
      { first_name: '\u202eoverride', last_name: 'אבג' },
      { first_name: long },
      { role: 'BILLING', status: 'PAUSED', last_login_at: 'soonish' },
    ];
    const { pane, root, names, cells, rest } = await mount(withPeople(people));
    expect(names()).to.deep.equal([
      '<img src=x onerror=alert(1)> {{7*7}}',
      '\u202eoverride אבג',
      long,
      'person3@northwind.example',
    ]);
    expect(root.querySelector('img')).to.equal(null);
    expect(root.querySelectorAll('th bdi bdi')).to.have.length(1); // what turns letters around is shut in
    const clipped = root.querySelector<HTMLElement>('tr:nth-child(3) .name');
    expect(clipped?.title).to.equal(long);
    expect(clipped?.offsetHeight).to.be.lessThan(100);
    const [, , role, , status, twoFactor, login] = await cells('person3@northwind.example');
    expect([role, status, twoFactor, login]).to.deep.equal(['BILLING', 'PAUSED', '—', 'soonish']);
    await rest();
    await expect(pane).to.be.accessible();
  });

  it('says how many seats are used, and what each role may do', async () => {
    const { view, rest, user, root } = await mount();
    await rest();
    await view.findByText('10 of 12 seats used, by members and pending invitations.');
    await user.click(view.getByText('What each role may do'));
    const roles = textOf(root.querySelector('.roles'));
    expect(roles).to.match(/OWNER Full control.*ADMIN.*users:invite.*MEMBER/);
  });

  it('has the pending invitations in a tab of their own, reached by arrow keys', async () => {
    const { pane, view, rest, root } = await mount();
    await rest();
    const members = view.getByRole('tab', { name: 'Members', selected: true });
    const pending = view.getByRole('tab', { name: 'Pending invitations' });
    await waitFor(() => expect(Number(pending.querySelector('.count')?.textContent)).to.be.greaterThan(0));
    members.focus();
    members.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await pane.updateComplete;
    expect(root.activeElement).to.equal(pending);
    expect(view.queryByRole('table', { name: 'Members' })).to.equal(null);
    expect(await view.findAllByText('Nia Okafor')).to.not.be.empty;
    await expect(pane).to.be.accessible();
  });

  it('hands everybody who was looked for over as a file, a spreadsheet’s formulas as text', async () => {
    const people = [
      { first_name: 'Ada', last_name: 'Osei', role: 'OWNER', permissions: ['a', 'b'], two_factor_enabled: true },
      { first_name: '=cmd|calc', last_name: 'says "hi", twice' },
    ];
    const { press, rest, view } = await mount(withPeople(people));
    await rest();
    const { files, restore } = catchFiles();
    try {
      await press('Export CSV');
      await view.findByText('2 users exported.');
    } finally {
      restore();
    }
    const lines = (await files[0]?.blob.text())?.replace('\ufeff', '').trim().split('\r\n');
    expect(lines).to.deep.equal([
      'Name,Email,Role,Permissions,Status,Two-Factor,Last Login',
      'Ada Osei,person0@northwind.example,OWNER,a b,,On,',
      `"'=cmd|calc says ""hi"", twice",person1@northwind.example,MEMBER,organization:read users:read integrations:read,,,`,
    ]);
  });

  it('says in a frame, which may block downloads, that a file may not have been saved (D20)', async () => {
    const { press, rest, view } = await mount();
    await rest();
    const { restore } = catchFiles();
    const endFrame = pretendFrame();
    try {
      await press('Export CSV');
      await view.findByText('8 users exported. If no file appears, this site blocks downloads.');
    } finally {
      endFrame();
      restore();
    }
  });

  it('forgets what was looked for when the host asks, and when somebody else signs in (C10)', async () => {
    const { provider, pane, search, listed, names, field } = await mount();
    await search('kofi');
    await listed('Kofi Mensah');
    pane.reset();
    await waitFor(() => expect(names()).to.have.length(8));
    await search('kofi');
    await listed('Kofi Mensah');
    provider.userKey = 'somebody else';
    await waitFor(() => expect(names()).to.have.length(8));
    expect(field('Search users').value).to.equal('');
  });
});

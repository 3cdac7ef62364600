import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/locales/de.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { catchFiles, pretendFrame } from '../../files.js';
import { gate } from '../../network.js';
import { waitFor, within } from '../../queries.js';
import { mount, textOf, withUsers } from './users-pane.js';

describe('<agni-users>, its table', () => {
  for (const scheme of ['light', 'dark']) {
    it(`lists every user with role, two-factor and last login, accessibly in ${scheme}`, async () => {
      const { provider, pane, view, cells, rest, names } = await mount();
      provider.theme = scheme as 'light' | 'dark';
      expect(view.getByRole('heading', { name: 'Users', level: 2 })).to.exist;
      const table = view.getByRole('table', { name: 'Members' });
      const headings = within(table).getAllByRole('columnheader').map(textOf);
      expect(headings).to.deep.equal(['Member', 'Role', 'Two-Factor', 'Last Login', 'Actions']);
      expect(names()).to.have.length(8);
      const [member, ...facts] = await cells('Ada Osei');
      expect(member).to.match(/^Ada Osei\s*You\s*owner@northwind\.example$/);
      expect(facts).to.deep.equal(['OWNER', 'Off', '3 hours ago', '']);
      expect((await cells('Kofi Mensah'))[2]).to.equal('On');
      expect((await cells('Jonas Weber'))[3]).to.equal('Never signed in');
      expect((await cells('Elif Kaya'))[0]).to.contain('Disabled');
      expect((await cells('Kofi Mensah'))[0]).not.to.contain('Active');
      await rest();
      await expect(pane).to.be.accessible();
    });
  }

  it('shows eight users in 720 px, heading to pager, in a pane of 784 px, without clipping (D55)', async () => {
    const { pane, rest, root, rows } = await mount();
    pane.style.inlineSize = '784px';
    await rest();
    expect(pane.offsetHeight).to.be.at.most(720);
    expect(rows().map(({ offsetHeight }) => offsetHeight)).to.deep.equal(Array(8).fill(52)); // rows, no cards
    const clipped = [...root.querySelectorAll<HTMLElement>('tbody .clip')].filter(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    );
    expect(clipped.map(textOf)).to.deep.equal([]);
    expect(root.querySelectorAll('*').length).to.be.below(500);
  });

  it('has cards of two lines below 40rem, and nothing that scrolls sideways (D55)', async () => {
    const { pane, rest, rows, field } = await mount();
    await rest();
    const haveTwoLines = () => {
      for (const width of [296, 360, 600]) {
        pane.style.inlineSize = `${width}px`;
        for (const row of rows()) expect(row.offsetHeight, textOf(row)).to.be.within(60, 80);
        expect(pane.scrollWidth).to.be.at.most(width);
      }
    };
    haveTwoLines();
    expect(field('Sort by').offsetHeight).to.be.at.least(24);
    pane.lang = 'de';
    await waitFor(() => expect(field('Zwei-Faktor')).to.exist);
    haveTwoLines();
  });

  it('needs two rows for search, order and filters on a phone, and one in a pane of 784 px', async () => {
    const { pane, rest, field } = await mount();
    await rest();
    const rowsOf = (labels: string[]) =>
      new Set(labels.map((label) => field(label).parentElement?.getBoundingClientRect().top)).size;
    const labels = ['Search users', 'Role', 'Status', 'Two-Factor'];
    for (const width of [272, 342]) {
      pane.style.inlineSize = `${width}px`;
      await waitFor(() => expect(rowsOf(['Search users', 'Sort by'])).to.equal(1));
      expect(rowsOf(['Role', 'Status', 'Two-Factor']), `filters at ${width} px`).to.equal(1);
      expect(field('Two-Factor').offsetWidth).to.be.closeTo(field('Two-Factor').parentElement?.offsetWidth ?? 0, 3);
    }
    pane.style.inlineSize = '784px';
    await waitFor(() => expect(rowsOf(labels)).to.equal(1));
  });

  it('keeps the headers for screen readers where rows are cards, without the buttons that sort', async () => {
    const { pane, rest, view } = await mount();
    await rest();
    pane.style.inlineSize = '360px';
    const [, role] = view.getAllByRole('columnheader');
    // Firefox returns `attr()` instead of the attribute's value.
    const shown = ['"Role"', 'attr(data-label)'];
    await waitFor(() => expect(role && getComputedStyle(role, '::before').content).to.be.oneOf(shown));
    expect(role?.dataset.label).to.equal('Role');
    expect(role?.getClientRects()).to.have.length(1);
    expect(role?.querySelector('button')?.getClientRects()).to.have.length(0);
  });

  it('needs fewer than 320 elements for 20 users', async () => {
    const { rest, root, names } = await mount(createSandbox({ users: 45 }));
    await rest();
    expect(names()).to.have.length(20);
    expect(root.querySelectorAll('*').length).to.be.below(320);
  });

  it('rounds every background at the corners of the frame (D63)', async () => {
    const { root, rest } = await mount();
    await rest();
    const frame = root.querySelector('.table') as HTMLElement;
    const { borderTopLeftRadius: radius } = getComputedStyle(frame);
    expect(Number.parseFloat(radius)).to.be.above(0);
    const corners = [...frame.querySelectorAll('*')].filter((element) => {
      const { left, top } = element.getBoundingClientRect();
      const { left: frameLeft, top: frameTop } = frame.getBoundingClientRect();
      const isAtCorner = left - frameLeft < 3 && top - frameTop < 3;
      return isAtCorner && getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)';
    });
    expect(corners).to.not.be.empty;
    for (const element of corners) expect(getComputedStyle(element).borderTopLeftRadius).to.equal(radius);
  });

  it('names each button after its row, also where two users have the same name (D69)', async () => {
    const same = { first_name: 'Ada', last_name: 'Osei' };
    const { view, rest } = await mount(withUsers([same, same, { first_name: 'Ben' }]));
    await rest();
    const names = view.getAllByRole('button').map((button) => button.ariaLabel ?? textOf(button));
    expect(new Set(names).size).to.equal(names.length);
    expect(names).to.include('Actions for Ada Osei (user0@northwind.example)');
    expect(names).to.include('MEMBER: Permissions of Ben');
  });

  it('shows what a user may do in words and in the names of the server, from the role cell', async () => {
    const { pane, press, dialog, view, root, button } = await mount();
    await press('ADMIN: Permissions of Ben Lindqvist');
    const open = await dialog('Permissions of Ben Lindqvist');
    expect(textOf(open)).to.contain('admin@northwind.example · ADMIN');
    expect(textOf(open)).to.match(/Users View users users:read ?Invite users users:invite/);
    await expect(pane).to.be.accessible();
    await press('Close');
    await waitFor(() => expect(!!view.queryByRole('dialog')).to.equal(false));
    expect(root.activeElement === (await button('ADMIN: Permissions of Ben Lindqvist'))).to.equal(true);
  });

  it('keeps the row of the focused button when users come and go, and names none twice (C35)', async () => {
    const users = ['A', 'B', 'C', 'D'].map((name) => ({ id: name, first_name: name }));
    const sandbox = withUsers(users);
    const { pane, button, root, names } = await mount(sandbox);
    (await button('Actions for C')).focus();
    withUsers([{ id: 'X', first_name: 'X' }, ...users.slice(1), ...users.slice(1)], sandbox);
    await pane.refresh();
    expect(names()).to.deep.equal(['X', 'B', 'C', 'D']);
    expect(root.activeElement?.ariaLabel).to.equal('Actions for C');
    withUsers([...users].reverse(), sandbox);
    await pane.refresh();
    await waitFor(() => expect(root.activeElement?.ariaLabel).to.equal('Actions for C'));
    withUsers([users[0], users[1], users[3]] as object[], sandbox);
    await pane.refresh();
    await pane.updateComplete;
    expect(root.activeElement?.closest('tr')?.dataset.id).to.equal('B');
  });

  it('shows names as they are, whatever they hold (C53, C55)', async () => {
    const long = 'x'.repeat(10_000);
    const users = [
      { first_name: '<img src=x onerror=alert(1)>', last_name: '{{7*7}}' },
      { first_name: '\u202eoverride', last_name: 'אבג' },
      { first_name: long },
      { role: 'BILLING', status: 'PAUSED', last_login_at: 'soonish' },
    ];
    const { pane, root, names, cells, rest } = await mount(withUsers(users));
    expect(names()).to.deep.equal([
      '<img src=x onerror=alert(1)> {{7*7}}',
      '\u202eoverride אבג',
      long,
      'user3@northwind.example',
    ]);
    expect(!!root.querySelector('img')).to.equal(false);
    expect(root.querySelectorAll('th .name bdi')).to.have.length(1); // isolates the character that reverses text
    const clipped = root.querySelector<HTMLElement>('tr:nth-child(3) .name');
    expect(clipped?.title).to.equal(long);
    expect(clipped?.offsetHeight).to.be.lessThan(30);
    expect(pane.scrollWidth).to.be.at.most(pane.clientWidth);
    const [member, ...facts] = await cells('user3@northwind.example');
    expect(member).to.match(/^user3@northwind.example\s*PAUSED$/);
    expect(facts.slice(0, 3)).to.deep.equal(['BILLING', '—', 'soonish']);
    await rest();
    await expect(pane).to.be.accessible();
  });

  it('says how many users and seats there are, and what each role permits', async () => {
    const { pane, view, user, root } = await mount();
    const meter = await view.findByRole('meter', { name: 'Seats' });
    expect(meter.getAttribute('aria-valuetext')).to.equal('10 of 12');
    expect(view.getByRole('tab', { name: 'Members', description: '8' })).to.exist;
    await user.click(view.getByRole('tab', { name: 'Roles' }));
    const roles = textOf(root.querySelector('#roles-panel'));
    expect(roles).to.match(/OWNER Can do everything.*ADMIN.*Invite users users:invite.*MEMBER/);
    expect(view.getByRole('heading', { name: 'ADMIN', level: 3 })).to.exist;
    await expect(pane).to.be.accessible();
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
    expect(root.activeElement === pending).to.equal(true);
    expect(!!view.queryByRole('table', { name: 'Members' })).to.equal(false);
    expect(await view.findAllByText('Nia Okafor')).to.not.be.empty;
    await expect(pane).to.be.accessible();
  });

  it('asks the page to open the invite pane', async () => {
    const { pane, press } = await mount();
    const navigation = oneEvent(pane, 'agni-navigate');
    await press('Invite User');
    const { detail, cancelable, bubbles, composed } = await navigation;
    expect({ detail, cancelable, bubbles, composed }).to.deep.equal({
      ...{ detail: { pane: 'invite-user' }, cancelable: true, bubbles: true, composed: true },
    });
    const member = await mount(createSandbox().as('MEMBER'));
    expect(!!member.view.queryByRole('button', { name: 'Invite User' })).to.equal(false);
    const readonly = await mount(createSandbox(), html`<agni-users readonly></agni-users>`);
    expect(!!readonly.view.queryByRole('button', { name: 'Invite User' })).to.equal(false);
  });
});

describe('<agni-users>, the export', () => {
  it('saves every user that matches as a file, with formulas of spreadsheets as text', async () => {
    const users = [
      { first_name: 'Ada', last_name: 'Osei', role: 'OWNER', permissions: ['a', 'b'], two_factor_enabled: true },
      { first_name: '=cmd|calc', last_name: 'says "hi", twice' },
    ];
    const { press, rest, view } = await mount(withUsers(users));
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
      'Ada Osei,user0@northwind.example,OWNER,a b,,On,',
      `"'=cmd|calc says ""hi"", twice",user1@northwind.example,MEMBER,organization:read users:read integrations:read,,,`,
    ]);
  });

  it('goes on while the pane is moved on the page, and ends when the pane is removed', async () => {
    const sandbox = createSandbox();
    let answer = gate();
    answer.open();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      await answer.passed;
      return sandbox.fetch(input, init);
    };
    const { pane, provider, press, rest, status, view } = await mount({ ...sandbox, fetch });
    await rest();
    const { files, restore } = catchFiles();
    try {
      answer = gate();
      await press('Export CSV');
      provider.append(pane);
      answer.open();
      await view.findByText('8 users exported.');
      answer = gate();
      await press('Export CSV');
      await view.findByText('Exporting 0…');
      pane.remove();
      await Promise.resolve(); // in one task it would be a move
      provider.append(pane);
      await view.findByRole('button', { name: 'Export CSV' });
      expect(status()).to.not.include('Exporting 0…');
      answer.open();
      await pane.refresh();
      expect(files).to.have.length(1);
    } finally {
      restore();
    }
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
});

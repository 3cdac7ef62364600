import { expect } from '@open-wc/testing';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount } from './people.js';

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

  it('finds people by a part of name or address', async () => {
    const { search, listed, status } = await mount(createSandbox({ users: 60 }));
    await search('KOFI');
    await listed('Kofi Mensah');
    expect(status()).to.include('1 person');
  });
});

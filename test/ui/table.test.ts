import { expect } from '@open-wc/testing';
import { type Column, table } from '../../src/ui/table.js';
import { show } from './template-host.js';

interface User {
  readonly name: string;
  readonly status: string;
}

const rows: readonly User[] = [{ name: 'Ada', status: 'Ready' }];
const status: Column<User> = { id: 'status', label: 'Status', cell: (user) => user.status };
const name: Column<User> = { id: 'name', label: 'Name', cell: (user) => user.name };
const rowHeaders = async (columns: readonly Column<User>[]) => {
  const { view } = await show(() => table({ label: 'Users', columns, rows, key: (user) => user.name }));
  return view.getAllByRole('rowheader').map(({ textContent }) => textContent);
};

describe('a table', () => {
  it('names each row by its first cell, or by the cell of the column that is the row header', async () => {
    expect(await rowHeaders([status, name])).to.deep.equal(['Ready']);
    expect(await rowHeaders([status, { ...name, isRowHeader: true }])).to.deep.equal(['Ada']);
  });
});

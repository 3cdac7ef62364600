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
  it('marks the headers that sort, and how the table is sorted', async () => {
    const sort = (direction?: 'ascending' | 'descending') => ({ direction, toggle: () => undefined });
    const { view } = await show(() => [
      table({
        label: 'By name',
        columns: [{ ...name, sort: sort('ascending') }, status],
        rows,
        key: (user) => user.name,
      }),
      table({
        label: 'By status',
        columns: [
          { ...name, sort: sort() },
          { ...status, sort: sort('descending') },
        ],
        rows,
        key: (user) => user.name,
      }),
    ]);
    const headers = view.getAllByRole('columnheader');
    expect(headers.map(({ ariaSort }) => ariaSort)).to.deep.equal(['ascending', null, null, 'descending']);
    const marks = headers.map((header) => header.querySelector('path')?.getAttribute('d'));
    expect(marks[1]).to.equal(undefined);
    expect(new Set(marks).size).to.equal(4);
  });

  it('names each row by its first cell, or by the cell of the column that is the row header', async () => {
    expect(await rowHeaders([status, name])).to.deep.equal(['Ready']);
    expect(await rowHeaders([status, { ...name, isRowHeader: true }])).to.deep.equal(['Ada']);
  });
});

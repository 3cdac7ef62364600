import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { tables } from '../../src/theme/tables.js';
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
      html`<style>${tables.cssText}</style>`,
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
    const marks = headers.map((header) => {
      const button = header.querySelector('button');
      const { clipPath, rotate } = button ? getComputedStyle(button, '::after') : {};
      return button && `${clipPath} ${rotate}`;
    });
    expect(marks[1]).to.equal(null);
    expect(new Set(marks).size).to.equal(4);
  });

  for (const [kind, row] of [
    ['cells of its columns', undefined],
    ['one template', ({ name: text }: User) => html`<td role="cell"><button .textContent=${text}></button></td>`],
  ] as const) {
    it(`keeps the elements and the focus of a row that others pass, with ${kind}`, async () => {
      let users: readonly User[] = ['Ada', 'Ben', 'Cleo'].map((text) => ({ name: text, status: 'Ready' }));
      const button: Column<User> = { ...name, cell: (user) => html`<button>${user.name}</button>` };
      const { root, update, focused } = await show(() =>
        table({ label: 'Users', columns: [button], rows: users, key: (user) => user.name, ...(row && { row }) }),
      );
      const shown = () => [...root.querySelectorAll<HTMLElement>('tbody tr')];
      const [ada, ben] = shown();
      ada?.querySelector('button')?.focus();
      users = [...users].reverse().slice(1).concat({ name: 'Dora', status: 'Ready' });
      await update();
      expect(shown().map(({ textContent }) => textContent)).to.deep.equal(['Ben', 'Ada', 'Dora']);
      expect([shown()[0] === ben, shown()[1] === ada]).to.deep.equal([true, true]);
      expect(focused()?.textContent).to.equal('Ada');
    });
  }

  it('names each row by its first cell, or by the cell of the column that is the row header', async () => {
    expect(await rowHeaders([status, name])).to.deep.equal(['Ready']);
    expect(await rowHeaders([status, { ...name, isRowHeader: true }])).to.deep.equal(['Ada']);
  });
});

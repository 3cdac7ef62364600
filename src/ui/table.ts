import { html, nothing } from 'lit';
import { keyedRows } from './keyed-rows.js';

/** The direction in which a table is sorted by a column, if any, and the action of the column's header. */
export interface Sort {
  readonly direction: 'ascending' | 'descending' | undefined;
  readonly toggle: () => void;
}

/** A column of a table. */
export interface Column<Item> {
  /** Names the column to styles, by `data-key`. */
  readonly id: string;
  readonly label: string;
  /** Shows the label to screen readers only, for a column of buttons. */
  readonly isLabelHidden?: boolean;
  /** Left out where the table can't be sorted by the column. */
  readonly sort?: Sort;
  /** Whether the column names the rows. By default the first column names them. */
  readonly isRowHeader?: boolean;
  /** Left out where the table has a `row`. */
  readonly cell?: (item: Item) => unknown;
}

export interface Table<Item> {
  readonly label: string;
  readonly columns: readonly Column<Item>[];
  readonly rows: readonly Item[];
  /** Identifies a row, so that it keeps its elements where the order changes. */
  readonly key: (item: Item) => unknown;
  /** All cells of a row, instead of each column's `cell`: one template without expressions between nodes. */
  readonly row?: (item: Item) => unknown;
  /** Whether other rows are loading. */
  readonly isBusy?: boolean;
  /** The label of the group that a row belongs to. Rows of a group follow each other. */
  readonly group?: ((item: Item) => string) | undefined;
}

/**
 * The sort of a column. Presses of the header sort by `first`, then in reverse, then not at all. An order is the name
 * of a column, with a leading `-` if it is descending.
 */
export function sortable<Order extends string>(
  order: Order | '',
  first: Order,
  sortBy: (order: Order | '') => void,
): Sort {
  const name = first.replace('-', '');
  const second = first === name ? `-${name}` : name;
  const direction = order === name ? 'ascending' : order === `-${name}` ? 'descending' : undefined;
  const next = order === first ? second : order === second ? '' : first;
  return { direction, toggle: () => sortBy(next as Order | '') };
}

/**
 * A table. Cells of the column `actions` are aligned to the end. Roles are explicit, because browsers remove the
 * implicit ones of a table that is laid out as a grid or as cards.
 */
export function table<Item>({ label, columns, rows, key, row, isBusy = false, group }: Table<Item>) {
  const rowHeader = columns.find(({ isRowHeader }) => isRowHeader) ?? columns[0];
  const content = row ?? ((item: Item) => columns.map((column) => bodyCell(column, item, column === rowHeader)));
  const rowsOf = (items: readonly Item[]) => keyedRows<Item>('tr', { items, key, content, isFlat: !!row });
  return html`<div class="table">
    <table part="table" role="table" aria-label=${label} aria-busy=${isBusy}>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(headerCell)}
        </tr>
      </thead>
      ${
        group
          ? [...Map.groupBy(rows, group)].map(
              ([name, items]) => html`<tbody role="rowgroup" ${rowsOf(items)}>
                <tr role="row" class="group"><th scope="rowgroup" role="rowheader" colspan=${columns.length} .textContent=${name}></th></tr>
              </tbody>`,
            )
          : html`<tbody role="rowgroup" ${rowsOf(rows)}></tbody>`
      }
    </table>
  </div>`;
}

function headerCell<Item>({ id, label, isLabelHidden, sort }: Column<Item>) {
  if (!sort)
    return html`<th scope="col" role="columnheader" part="cell" data-key=${id}><span class=${isLabelHidden ? 'hidden' : nothing} .textContent=${label}></span></th>`;
  return html`<th scope="col" role="columnheader" part="cell" data-key=${id} data-label=${label} aria-sort=${sort.direction ?? nothing}>
    <button part="button" type="button" .textContent=${label} @click=${sort.toggle}></button>
  </th>`;
}

function bodyCell<Item>({ id, cell }: Column<Item>, item: Item, isHeader: boolean) {
  if (isHeader) return html`<th scope="row" role="rowheader" part="cell" data-key=${id}>${cell?.(item)}</th>`;
  return html`<td role="cell" part="cell" data-key=${id} class=${id === 'actions' ? id : nothing}>${cell?.(item)}</td>`;
}

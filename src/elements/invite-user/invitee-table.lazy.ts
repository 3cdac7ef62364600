import { dsvFormat } from 'd3-dsv';
import { findAddresses } from '../../contract/address-text.js';
import { type Invitee, listed, readAddressLine } from './address-list.js';
import { cleanName, looksLikeName, splitName } from './invitee-names.js';
import { type Column, columnOf } from './table-headings.js';

type Cells = readonly string[];

/** What separates cells. Tabs come first: a cell copied from a spreadsheet may contain any of the others. */
const separators = ['\t', ';', '|', ','];

/** Most rows above the headings, such as a version or notes. */
const maxRowsAbove = 10;

/** Reads invitees from a table, by headings or by the content of the cells. `undefined` if the text is no table. */
export function readTable(text: string): Invitee[] | undefined {
  const tables = separators
    .map((separator) => rowsOf(text, separator))
    .filter((rows) => rows.some((row) => row.length > 1));
  const single = rowsOf(text, '\u001f'); // one column under its heading
  const headed = [...tables, single].flatMap((rows) => headedTable(rows) ?? []);
  const [best] = headed.sort((a, b) => b.known - a.known);
  if (best) return best.invitees();
  const [plain] = tables.sort((a, b) => fullRows(b) - fullRows(a));
  return plain && plainTable(plain);
}

/** The rows of a table that contain a letter or digit, without the line `sep=` by which Excel names the separator. */
function rowsOf(text: string, separator: string): Cells[] {
  const table = text.replace(/^\s*sep=.\s/i, '');
  const read = (csv: string) => dsvFormat(separator).parseRows(csv);
  const rows = read(table);
  // After an unpaired quote, the rest of the table would be read as one cell.
  const isWhole = countOf(rows.flat().join('\n')) >= countOf(table);
  return (isWhole ? rows : read(table.replaceAll('"', '')))
    .map((row) => row.map((cell) => cell.replace(/\s*[\r\n]+\s*/g, ' ').trim()))
    .filter((row) => row.some((cell) => /[\p{L}\p{N}]/u.test(cell)));
}

function countOf(text: string): number {
  return findAddresses(text).length;
}

/** A table with headings, and how many of them are known. */
function headedTable(rows: readonly Cells[]): { known: number; invitees: () => Invitee[] } | undefined {
  const at = rows.slice(0, maxRowsAbove).findIndex((row) => !row.some(hasAddress) && areHeadings(row.map(columnOf)));
  if (at < 0) return undefined;
  const columns = rows[at]?.map(columnOf) ?? [];
  // Templates have a row with an example.
  const body = rows.slice(at + 1).filter(([first = '']) => !/^example:/i.test(first));
  const email = emailColumn(columns, body);
  const known = columns.filter(Boolean).length;
  return { known, invitees: () => body.flatMap((row) => fromHeadings(row, columns, email)) };
}

/** Whether cells are headings: one is the heading of a column of addresses, or at least two are known headings. */
function areHeadings(columns: readonly (Column | undefined)[]): boolean {
  const known = columns.filter((column) => column !== undefined);
  return known.includes('email') || known.includes('signIn') || known.length > 1;
}

/**
 * Index of the column whose addresses are invited: the first email column, else sign-in column, with at least half the
 * addresses of the fullest one. Without such headings, the column with most addresses and no known heading, else -1.
 */
function emailColumn(columns: readonly (Column | undefined)[], body: readonly Cells[]): number {
  const filled = (index: number) => body.filter((row) => hasAddress(row[index] ?? '')).length;
  const width = Math.max(0, ...body.map((row) => row.length));
  const all = Array.from({ length: width }, (_, index) => ({ index, count: filled(index), column: columns[index] }));
  const candidates = (['email', 'signIn'] as const).flatMap((kind) => all.filter(({ column }) => column === kind));
  const most = Math.max(1, ...candidates.map(({ count }) => count));
  const best = candidates.find(({ count }) => count * 2 >= most) ?? candidates.find(({ column }) => column === 'email');
  const [unnamed] = all.filter(({ count, column }) => count && !column).sort((a, b) => b.count - a.count);
  return (best ?? unnamed)?.index ?? -1;
}

function fromHeadings(row: Cells, columns: readonly (Column | undefined)[], email: number): Invitee[] {
  const at = (column: Column) => {
    const cell = row[columns.indexOf(column)] ?? '';
    return hasAddress(cell) ? '' : cell;
  };
  const address = row[email] ?? '';
  const names = namesOf(at, columns);
  const role = at('role').toUpperCase();
  if (!address && !names.some(Boolean)) return [];
  // Google Contacts writes several addresses of one contact into one cell, separated by `:::`.
  const [first = listed(address), ...more] = readAddressLine(address.split(':::')[0] ?? '');
  const [first_name, last_name] = names.some(Boolean) ? names : [first.first_name, first.last_name];
  return [{ email: first.email, first_name, last_name, role }, ...more];
}

/** First and last name of a row. `Name` alone is the whole name; beside another part of the name it is the missing part. */
function namesOf(at: (column: Column) => string, columns: readonly unknown[]): [string, string] {
  const last = [at('infix'), at('last'), at('secondLast')].filter(Boolean).join(' ');
  const [first, whole] = [at('first'), cleanName(at('name'))];
  const [hasFirst, hasLast] = [columns.includes('first'), columns.includes('last')];
  if (hasFirst && hasLast) return first || last ? [first, last] : splitName(whole);
  if (!hasFirst && !hasLast) return splitName(whole);
  if (hasLast) return [whole, last];
  const rest = whole.startsWith(`${first} `) ? whole.slice(first.length).trim() : whole;
  return [first, [at('infix'), rest].filter(Boolean).join(' ')];
}

/** Reads a table without headings: finds addresses by `@`, roles by their words, names by their form and position. */
function plainTable(labelled: readonly Cells[]): Invitee[] {
  const rows = labelled.map((row) => row.map((cell) => cell.replace(/^[\p{L} -]{1,20}:\s*/u, '')));
  const places = rows.map(addressCells);
  const [first] = places[0] ?? [];
  // In every row the same cells hold addresses: the first is the invitee's, the others belong to other users.
  const isRegular = rows.length > 1 && places.every((cells) => cells.join() === places[0]?.join());
  const hasNames = rows.some((row) => row.some((cell, index) => index !== first && looksLikeName(cell)));
  const isFull = fullNameColumns(rows);
  return rows.flatMap((row, index) => {
    const [at, ...more] = places[index] ?? [];
    if (at === undefined) return [listed(row.filter(Boolean).join(' '))];
    if (more.length && !(isRegular && hasNames)) return readAddressLine(row.join(', '));
    return fromCells(row, at, isFull);
  });
}

function fromCells(row: Cells, at: number, isFull: (index: number) => boolean): Invitee[] {
  const invitees = readAddressLine(row[at] ?? '');
  const [invitee] = invitees;
  if (!invitee || invitees.length > 1) return invitees;
  const isRole = (cell: string) => /^(?:owner|admin|member)$/i.test(cell);
  const role = row.find(isRole)?.toUpperCase() ?? '';
  // `Okafor, Nia nia@…` and `Nia Okafor <nia@…>`: the cell of the address holds a name itself.
  if (invitee.first_name)
    return row.length === 2 && at === 1 ? readAddressLine(row.join(', ')) : [{ ...invitee, role }];
  const isName = (index: number) => index !== at && looksLikeName(row[index] ?? '') && !isRole(row[index] ?? '');
  const first = row.findIndex((_, index) => isName(index));
  const name = row[first] ?? '';
  if (first < 0) return [{ ...invitee, role }];
  const last = isName(first + 1) ? (row[first + 1] ?? '') : '';
  const [first_name, last_name] =
    isFull(first) || (!last && !isEmptyCell(row, first + 1)) ? splitName(cleanName(name)) : [name, last];
  return [{ email: invitee.email, first_name, last_name, role }];
}

/** Returns whether a column contains full names: most of its names have two words or more. */
function fullNameColumns(rows: readonly Cells[]): (index: number) => boolean {
  const balance: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      if (looksLikeName(cell)) balance[index] = (balance[index] ?? 0) + (/[\s,]/.test(cell) ? 1 : -1);
    }
  }
  return (index) => (balance[index] ?? 0) > 0;
}

function isEmptyCell(row: Cells, index: number): boolean {
  return row[index] === '';
}

/** How many rows have several cells and exactly one address. */
function fullRows(rows: readonly Cells[]): number {
  return rows.filter((row) => row.length > 1 && addressCells(row).length === 1).length;
}

function addressCells(row: Cells): number[] {
  return row.flatMap((cell, index) => (hasAddress(cell) ? [index] : []));
}

function hasAddress(cell: string): boolean {
  return findAddresses(cell).length > 0;
}

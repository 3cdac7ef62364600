import { findAddresses } from '../../contract/address-text.js';
import { addressKey } from '../../resources/invitations.js';
import { type Invitee, linesOf, readAddressList } from './address-list.js';
import { nameFromAddress } from './invitee-names.js';

export type { Invitee };

/** The parser of tables. It is loaded for the first text that may be a table. */
export type TableReader = Pick<typeof import('./invitee-table.lazy.js'), 'readTable'>;

/**
 * Reads invitees from any text with addresses: a list, or a table with or without headings. Each address is returned
 * once, with its name; a missing name is guessed from the address. A text that is not understood is returned as an
 * address to correct. `undefined` if the table parser is needed and can't be loaded.
 */
export async function readInvitees(
  text: string,
  load: () => Promise<TableReader | undefined>,
): Promise<Invitee[] | undefined> {
  const plain = text.replace(/^\ufeff/, '');
  const lines = linesOf(plain);
  if (!mayBeTable(lines)) return merge(readAddressList(lines)).map(withName);
  const reader = await load();
  return reader && merge(reader.readTable(plain) ?? readAddressList(lines)).map(withName);
}

/** Whether a text may be a table: lines with a separator that are no lists of addresses, or a heading. */
function mayBeTable(lines: readonly string[]): boolean {
  const isRow = (line: string) => {
    const cells = line.split(/[\t;,|]/).filter((cell) => /[\p{L}\p{N}]/u.test(cell));
    const isList = /[<([]\s*[^\s<>()[\]]+[@＠]/.test(line) || cells.every((cell) => findAddresses(cell).length);
    return cells.length > 1 && !isList;
  };
  return (lines.length > 1 && !findAddresses(lines[0] ?? '').length) || lines.some(isRow);
}

/** Removes duplicate addresses. An address with two different names is kept twice, so that the user can decide. */
function merge(invitees: readonly Invitee[]): Invitee[] {
  const merged = new Map<string, Invitee>();
  for (const [index, invitee] of invitees.entries()) {
    const key = invitee.email.includes('@') ? addressKey(invitee.email) : `${index}`;
    const known = merged.get(key);
    if (!known?.first_name) merged.set(key, { ...invitee, role: known?.role || invitee.role });
    else if (invitee.first_name && nameOf(invitee) !== nameOf(known)) merged.set(`${key} ${nameOf(invitee)}`, invitee);
  }
  return [...merged.values()];
}

function nameOf({ first_name, last_name }: Invitee): string {
  return `${first_name} ${last_name}`.trim().toLowerCase();
}

function withName(invitee: Invitee): Invitee {
  if (invitee.first_name || invitee.last_name) return invitee;
  const [first_name, last_name] = nameFromAddress(invitee.email);
  return { ...invitee, first_name, last_name };
}

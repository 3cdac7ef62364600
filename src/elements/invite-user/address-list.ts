import { type FoundAddress, findAddresses } from '../../contract/address-text.js';
import { plainAddress } from '../../contract/email-addresses.js';
import { cleanName, looksLikeName, splitName } from './invitee-names.js';

/** A user to invite, as read from a text. A field that the text does not contain is empty. */
export interface Invitee {
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  /** In upper case. It is not checked, so it may be any text. */
  readonly role: string;
}

/** An invitee whose first and last name are in one text. */
export function listed(email: string, name = ''): Invitee {
  const [first_name, last_name] = splitName(name);
  return { email, first_name, last_name, role: '' };
}

/** Tags of a list or table that was copied as HTML. */
const tags = /<\/?(?:a|b|br|div|li|ol|p|span|strong|table|tbody|td|tr|ul)(?=[\s/>])[^<>]*>/gi;

/** The lines of a text that contain a letter or digit. The address of a `mailto:` link comes before its text. */
export function linesOf(text: string): string[] {
  const plain = text
    .replace(/<a\s[^<>]*mailto:([^"'?<>]+)[^<>]*>/gi, ' <$1> ')
    .replace(tags, (tag) => (/^<\/?(?:a|b|span|strong)\b/i.test(tag) ? ' ' : '\n'))
    .replace(/[，、،]/g, ', ')
    .replaceAll('；', '; ');
  return plain.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/).filter((line) => /[\p{L}\p{N}]/u.test(line));
}

/**
 * Reads a list of addresses in the usual spellings: `Nia Okafor <nia@northwind.example>`, `Okafor, Nia
 * <…>`, addresses alone, one or many in a line, or each below its name. An address is returned as often as it occurs.
 * A line without an address is returned as an address to correct.
 */
export function readAddressList(lines: readonly string[]): Invitee[] {
  const pairs = nameAboveAddress(lines);
  return pairs ?? lines.flatMap(readAddressLine);
}

/** Reads the addresses of one line, each with the name beside it. */
export function readAddressLine(line: string): Invitee[] {
  const found = findAddresses(line);
  if (!found.length) return line.trim() ? [listed(cleanName(line) || line.trim())] : [];
  const gaps = [...found, undefined].map((address, index) =>
    line.slice(found[index - 1]?.end ?? 0, address?.start ?? line.length),
  );
  const names =
    found.length > 1 ? namesOfMany(line, found, gaps) : [cleanName(gaps[0] ?? '') || cleanName(gaps[1] ?? '')];
  const invitees = found.map(({ address }, index) => listed(address, names[index]));
  return [...invitees, ...remainder(line, found, gaps.at(-1) ?? '')];
}

/** The one invitee in the text of an email field: `Nia Okafor <nia@…>`, `mailto:nia@…`, `nia@…;`. */
export function readOneAddress(typed: string): Invitee | undefined {
  const exact = plainAddress(typed);
  if (exact !== null) return listed(typed.trim());
  const [invitee, ...more] = readAddressLine(typed);
  return invitee && !more.length && plainAddress(invitee.email) !== null ? invitee : undefined;
}

/** The names of several addresses in a line: either every name is before its address, or every name is after it. */
function namesOfMany(line: string, found: readonly FoundAddress[], gaps: readonly string[]): string[] {
  const isAfter = !cleanName(gaps[0] ?? '') && !!cleanName(gaps.at(-1) ?? '') && !isBracketed(line, found[0]);
  const before: string[] = gaps.map(() => '');
  const after: string[] = gaps.map(() => '');
  gaps.forEach((gap, index) => {
    const isLast = index === found.length;
    const follows = index > 0 && !/^\s*[>)\]}]?\s*[,;|]/.test(gap) && !isBracketed(line, found[index - 1]);
    const [left = '', ...rest] = follows ? gap.split(/[,;|]/) : ['', gap];
    const isWhole = follows && !rest.length;
    if (follows && (isAfter || isLast || !isWhole)) after[index - 1] = cleanName(left);
    if (!isLast) before[index] = cleanName(isWhole ? (isAfter ? '' : left) : rest.join(','));
  });
  const names = found.map((_, index) => before[index] || after[index] || '');
  // `Please invite: nia@…, bo@…`: a label of all addresses.
  return /:\s*$/.test(gaps[0] ?? '') && !names.slice(1).some(Boolean) ? names.map(() => '') : names;
}

/** Whether a bracket is before an address. Then the text before the bracket is the name. */
function isBracketed(line: string, address: FoundAddress | undefined): boolean {
  return !!address && /[<([]\s*$/.test(line.slice(0, address.start));
}

/** An entry without an address at the end of the line. */
function remainder(line: string, found: readonly FoundAddress[], gap: string): Invitee[] {
  const isEntry = isBracketed(line, found.at(-1)) && /^\s*[>)\]]\s*[,;]/.test(gap);
  const text = isEntry ? cleanName(gap) : '';
  return text ? [listed(text)] : [];
}

/** Invitees from lines that are a name and an address by turns; `undefined` if the lines are not. */
function nameAboveAddress(lines: readonly string[]): Invitee[] | undefined {
  const pairs: Invitee[] = [];
  for (let index = 0; index < lines.length; index += 2) {
    const [name = '', line = ''] = [lines[index], lines[index + 1]];
    const [found, ...more] = findAddresses(line);
    const isLone = found && !more.length && !cleanName(line.slice(0, found.start)) && !cleanName(line.slice(found.end));
    if (!isLone || !isFullName(cleanName(name)) || /:\s*$/.test(name)) return undefined;
    pairs.push(listed(found.address, cleanName(name)));
  }
  return pairs.length ? pairs : undefined;
}

/** Whether a line may be the name of a user: two to four words, none of which begins with a lower-case letter. */
function isFullName(text: string): boolean {
  const words = text.split(/[\s,]+/);
  return looksLikeName(text) && words.length > 1 && words.length < 5 && words.every((word) => !/^\p{Ll}/u.test(word));
}

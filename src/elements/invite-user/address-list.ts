import { type FoundAddress, findAddresses } from '../../contract/address-text.js';
import { plainAddress } from '../../contract/email-addresses.js';
import { cleanName, looksLikeName, splitName } from './invitee-names.js';

/** A user to invite, as a text names them; what the text leaves out is empty. */
export interface Invitee {
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  /** In upper case; it may be no role at all. */
  readonly role: string;
}

/** An invitee of a list, where one text has the whole name. */
export function listed(email: string, name = ''): Invitee {
  const [first_name, last_name] = splitName(name);
  return { email, first_name, last_name, role: '' };
}

/** Tags of a list or table that was copied as HTML. */
const tags = /<\/?(?:a|b|br|div|li|ol|p|span|strong|table|tbody|td|tr|ul)(?=[\s/>])[^<>]*>/gi;

/** Lines of a text that hold a letter or a digit, with the address of each link beside its words. */
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
 * <…>`, addresses alone, one or many in a line, or each below its name. Every address comes once for each time it is
 * named. A line without an address comes as one to be corrected.
 */
export function readAddressList(lines: readonly string[]): Invitee[] {
  const pairs = nameAboveAddress(lines);
  return pairs ?? lines.flatMap(readAddressLine);
}

/** Reads the addresses of one line, each with the name that stands beside it. */
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

/** The invitee that the text in a field for one address names: `Nia Okafor <nia@…>`, `mailto:nia@…`, `nia@…;`. */
export function readOneAddress(typed: string): Invitee | undefined {
  const exact = plainAddress(typed);
  if (exact !== null) return listed(typed.trim());
  const [invitee, ...more] = readAddressLine(typed);
  return invitee && !more.length && plainAddress(invitee.email) !== null ? invitee : undefined;
}

/** Names for several addresses in a line: each stands before its address, or each after it. */
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
  // `Please invite: nia@…, bo@…`: a label of them all.
  return /:\s*$/.test(gaps[0] ?? '') && !names.slice(1).some(Boolean) ? names.map(() => '') : names;
}

/** Whether brackets around an address say that the text before them is its name. */
function isBracketed(line: string, address: FoundAddress | undefined): boolean {
  return !!address && /[<([]\s*$/.test(line.slice(0, address.start));
}

/** What follows the last address as another entry of the list, which lacks its address. */
function remainder(line: string, found: readonly FoundAddress[], gap: string): Invitee[] {
  const isEntry = isBracketed(line, found.at(-1)) && /^\s*[>)\]]\s*[,;]/.test(gap);
  const text = isEntry ? cleanName(gap) : '';
  return text ? [listed(text)] : [];
}

/** Invitees whose names stand in the lines above their addresses; `undefined` where the text is not such a list. */
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

/** Whether a line may be the name of a user: two to four words that begin with capitals, in scripts that have them. */
function isFullName(text: string): boolean {
  const words = text.split(/[\s,]+/);
  return looksLikeName(text) && words.length > 1 && words.length < 5 && words.every((word) => !/^\p{Ll}/u.test(word));
}

import { invisible } from './visible-text.js';

/** An email address in a longer text. It may still be malformed; `plainAddress` judges it. */
export interface FoundAddress {
  /** Without invisible characters, in plain letters (NFKC). */
  readonly address: string;
  /** Where it begins and ends in the text, with what is attached to its end, such as `?subject=` of a link. */
  readonly start: number;
  readonly end: number;
}

/**
 * Stretches without what separates addresses from names and from each other. The first form has a quoted local part.
 */
const stretches = /"[^"\s]*"[@＠][^\s<>()[\]{}\\,;:"“”„«»|，、；：،]+|[^\s<>()[\]{}\\,;:"“”„«»|，、；：،]+/g;

/** One address at the beginning of a piece: a local part, and a domain as far as characters of host names go. */
const oneAddress = /^([^@＠]+)[@＠]([\p{L}\p{N}\p{M}\p{Cf}.。．｡-]*[\p{L}\p{N}])/u;

/** What stands between addresses without spaces, and can also be part of one. */
const joints = /([/&+=])/;

/**
 * The email addresses in a text, in order, as they stand in lists, tables, links and the headers of mails. Punctuation
 * around an address is left out. What holds several `@` and is not several addresses comes as it is, as one.
 */
export function findAddresses(text: string): FoundAddress[] {
  if (countOfAts(text) === 0) return []; // most texts
  return [...text.matchAll(stretches)].flatMap(({ 0: stretch, index }) => {
    const pieces = countOfAts(stretch) > 0 ? piecesOf(stretch) : [];
    return pieces.flatMap(({ piece, offset }) => addressAt(piece, index + offset));
  });
}

/** Whether a text, such as a name, holds an email address. */
export function holdsAddress(text: string): boolean {
  return findAddresses(text).some(({ address }) => /^[^@]+@[^@]+\.\p{L}/u.test(address));
}

/** A stretch cut into pieces with one `@` each, where that is possible; else as a whole. */
function piecesOf(stretch: string): { piece: string; offset: number }[] {
  const whole = [{ piece: stretch, offset: 0 }];
  if (countOfAts(stretch) < 2) return whole;
  let offset = 0;
  const cut = stretch.split(joints).map((piece) => {
    const at = { piece, offset };
    offset += piece.length;
    return at;
  });
  const pieces = cut.filter(({ piece }) => piece && !joints.test(piece));
  return pieces.every(({ piece }) => countOfAts(piece) === 1) ? pieces : whole;
}

function countOfAts(text: string): number {
  return text.match(/[@＠]/g)?.length ?? 0;
}

function addressAt(piece: string, at: number): FoundAddress[] {
  // Bullets, quotes and the like before an address; no address begins with them.
  const [lead = ''] = piece.match(/^(?:(?![_\p{L}\p{N}@＠]).)+/u) ?? [];
  const rest = piece.slice(lead.length);
  const [match] = rest.match(oneAddress) ?? [];
  const raw = countOfAts(piece) === 1 ? match : rest;
  if (!match || !raw) return [];
  const start = at + lead.length;
  return [{ address: raw.replace(invisible, '').normalize('NFKC'), start, end: at + piece.length }];
}

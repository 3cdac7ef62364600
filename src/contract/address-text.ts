import { invisible } from './visible-text.js';

/** An email address in a longer text. It may still be malformed; `plainAddress` checks it. */
export interface FoundAddress {
  /** Normalized (NFKC), without invisible characters. */
  readonly address: string;
  /** Start and end of the address in the text, including a suffix such as `?subject=` of a link. */
  readonly start: number;
  readonly end: number;
}

/**
 * Runs of characters without separators of addresses and names. The first alternative has a quoted local part.
 */
const stretches = /"[^"\s]*"[@＠][^\s<>()[\]{}\\,;:"“”„«»|，、；：،]+|[^\s<>()[\]{}\\,;:"“”„«»|，、；：،]+/g;

/** One address at the beginning of a piece: a local part, and a domain of characters that host names can contain. */
const oneAddress = /^([^@＠]+)[@＠]([\p{L}\p{N}\p{M}\p{Cf}.。．｡-]*[\p{L}\p{N}])/u;

/** Characters that may separate addresses without spaces, but that an address can also contain. */
const joints = /([/&+=])/;

/**
 * Finds the email addresses in a text, in order, for instance in lists, tables, links and mail headers. Punctuation
 * around an address is left out. A piece with several `@` that can't be split into addresses is returned as one.
 */
export function findAddresses(text: string): FoundAddress[] {
  if (countOfAts(text) === 0) return []; // most texts
  return [...text.matchAll(stretches)].flatMap(({ 0: stretch, index }) => {
    const pieces = countOfAts(stretch) > 0 ? piecesOf(stretch) : [];
    return pieces.flatMap(({ piece, offset }) => addressAt(piece, index + offset));
  });
}

/** Whether a text, such as a name, contains an email address. */
export function holdsAddress(text: string): boolean {
  return findAddresses(text).some(({ address }) => /^[^@]+@[^@]+\.\p{L}/u.test(address));
}

/** Splits a stretch into pieces with one `@` each; returns the stretch unsplit if that is not possible. */
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

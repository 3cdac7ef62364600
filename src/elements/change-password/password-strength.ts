import { html, nothing } from 'lit';
import { normalizePassword } from '../../contract/credentials.js';
import type { User } from '../../contract/me.js';
import type { Locale } from '../../locales/locale.js';
import type { en } from './en.js';

/** Bits from which on a password is one step harder to guess. */
const steps = [28, 40, 56];

/** Bits that one more word adds against a guesser with a good word list, whatever its length. */
const bitsOfWord = 13;

/**
 * How hard a password is to guess, from 0 (among the first to be tried) to 3. An estimate made here, from what it's made
 * of: words count as words, names of the user as nothing, and what repeats or just goes on (aaaa, 1234) as one sign.
 */
function strengthOf(password: string, { email, first_name = '', last_name = '' }: User): number {
  const names = new Set(
    [email, first_name, last_name]
      .join(' ')
      .toLowerCase()
      .split(/[^\p{L}]+/u),
  );
  const bits = [...piecesOf(password)].filter(([piece]) => !names.has(piece)).map(([, written]) => bitsOf(written));
  const sum = bits.reduce((total, one) => total + one, 0);
  return steps.filter((step) => sum >= step).length;
}

/** Words, numbers and what is between them, by their lower case: the same again adds nothing. */
function piecesOf(text: string): Map<string, string> {
  const pieces = normalizePassword(text).match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu) ?? [];
  return new Map(pieces.map((piece) => [piece.toLowerCase(), piece]));
}

function bitsOf(piece: string): number {
  const points = [...piece].map((letter) => letter.codePointAt(0) ?? 0);
  const surprises = points.filter((point, index) => Math.abs(point - (points[index - 1] ?? -9)) > 1).length;
  if (/^\p{N}/u.test(piece)) return surprises * 3.3;
  if (!/^\p{L}/u.test(piece)) return surprises * 4;
  const isWord = /^.\p{Ll}*$/u.test(piece);
  return isWord ? Math.min(surprises * 4.7, bitsOfWord) : surprises * 5.7;
}

/** Says how hard what is typed is to guess; nothing of it stays here. */
export function strengthNote(password: string, user: User, { t }: Locale<typeof en>) {
  const strength = strengthOf(password, user);
  const words = (['strength.0', 'strength.1', 'strength.2', 'strength.3'] as const)[strength];
  return html`<p class="row help">
    ${
      password
        ? html`<meter min="0" max="4" low="2" high="3" optimum="4" value=${strength + 1} aria-hidden="true"></meter>`
        : nothing
    }
    <span role="status">${password && words ? t('strength', { strength: t(words) }) : ''}</span>
  </p>`;
}

import { html, nothing } from 'lit';
import { normalizePassword } from '../../contract/credentials.js';
import type { User } from '../../contract/me.js';
import type { Locale } from '../../locales/locale.js';
import type { en } from './en.js';

/** Bits at which the strength of a password increases by one. */
const steps = [28, 40, 56];

/** Most bits that a word adds, whatever its length: attackers guess from word lists. */
const bitsOfWord = 13;

/**
 * Estimates how hard a password is to guess, from 0 (guessed among the first) to 3. A word counts {@link bitsOfWord} at
 * most, a name of the user counts nothing, and repeated or consecutive characters (aaaa, 1234) count as one.
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

/** Words, numbers and the characters between them, by their lower case, so that repetitions add nothing. */
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

/** Shows how hard a password is to guess. The password is not stored. */
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

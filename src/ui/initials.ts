import type { User } from '../contract/me.js';

/** The first letters of first and last name, else of the address, in capitals of `lang`. */
export function initialsOf(
  { first_name, last_name, email }: Pick<User, 'first_name' | 'last_name' | 'email'>,
  lang: string,
): string {
  const names = [first_name, last_name].map((name) => name?.trim()).filter((name) => !!name);
  const letters = (names.length ? names : [email]).map((name) => firstLetter(name ?? ''));
  return letters.join('').toLocaleUpperCase(lang);
}

/** The first letter of a text. A visible letter may be several code points: a letter with its accent, a flag. */
function firstLetter(text: string): string {
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (/[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(segment)) return segment;
  }
  return '';
}

import type { Random } from './digest.js';

/** Letters and digits that nobody takes for one another: no i, l, o, 0 or 1. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

const groups = 4;
const groupLength = 4;

/** A password for the first sign-in: 79 random bits, in groups that can be read out. */
export function newTemporaryPassword(random: Random): string {
  const letters: string[] = [];
  while (letters.length < groups * groupLength) {
    const letter = alphabet[(random(1)[0] ?? 0) & 31]; // of the 32 values one has no letter, and is drawn again
    if (letter !== undefined) letters.push(letter);
  }
  const groupOf = (index: number) => letters.slice(index * groupLength, (index + 1) * groupLength).join('');
  return Array.from({ length: groups }, (_, index) => groupOf(index)).join('-');
}

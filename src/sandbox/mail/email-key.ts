import { plainAddress } from '../../contract/email-addresses.js';
import { fold } from '../db/text.js';

/** Converts an email address to a form for comparisons that ignore case and equivalent spellings of the domain. */
export function toEmailKey(typed: string): string {
  return fold(plainAddress(typed) ?? typed.trim());
}

import { plainAddress } from '../../contract/email-addresses.js';
import { fold } from '../db/store.js';

/** An email address in the form that is compared, independent of case and spelling. */
export function toEmailKey(typed: string): string {
  return fold(plainAddress(typed) ?? typed.trim());
}

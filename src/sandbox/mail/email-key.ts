import { plainAddress } from '../../contract/email-addresses.js';
import { fold } from '../db/store.js';

/** An address as it's compared, in whatever case and spelling it was written. */
export function emailKeyOf(written: string): string {
  return fold(plainAddress(written) ?? written.trim());
}

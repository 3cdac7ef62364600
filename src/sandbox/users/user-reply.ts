import { capabilitiesOf } from '../../contract/roles.js';
import type { UserRow } from '../db/tables.js';
import { fold } from '../db/text.js';

/** A user as replies contain it (docs/contract.md 5.1). */
export function toUserReply(row: UserRow) {
  const { password_hash, email_key, search_key, ...shown } = row;
  return { ...shown, permissions: [...capabilitiesOf({ role: row.role })] };
}

/** The text in which the user search looks for words. */
export function toSearchKey({ first_name, last_name, email }: Pick<UserRow, 'first_name' | 'last_name' | 'email'>) {
  return fold(`${first_name} ${last_name} ${email}`);
}

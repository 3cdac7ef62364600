import { capabilitiesOf } from '../../contract/roles.js';
import { fold } from '../db/store.js';
import type { UserRow } from '../db/tables.js';

/** A person as the wire shows them (docs/contract.md 5.1). */
export function userOnWire(row: UserRow) {
  const { password_hash, email_key, search_key, ...shown } = row;
  return { ...shown, permissions: [...capabilitiesOf({ role: row.role })] };
}

/** What search looks at. */
export function searchKeyOf({ first_name, last_name, email }: Pick<UserRow, 'first_name' | 'last_name' | 'email'>) {
  return fold(`${first_name} ${last_name} ${email}`);
}

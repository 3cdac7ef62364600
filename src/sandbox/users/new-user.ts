import { type InvitationRow, type UserRow, users } from '../db/tables.js';
import { toSearchKey } from './user-reply.js';

type NullableColumn = { [Name in keyof UserRow]: null extends UserRow[Name] ? Name : never }[keyof UserRow];

/** The columns of a new user that have no default. */
export type NewUser = Omit<UserRow, NullableColumn | 'search_key' | 'updated_at'> & Partial<UserRow>;

const nulls = Object.fromEntries(
  Object.entries(users.columns).flatMap(([name, { isNullable }]) => (isNullable ? [[name, null]] : [])),
) as Pick<UserRow, NullableColumn>;

/** The row of a new user. Nullable columns that `own` leaves out are `null`, so that a column can be added in one place. */
export function newUser(own: NewUser): UserRow {
  return { ...nulls, search_key: toSearchKey(own), updated_at: own.created_at, ...own };
}

/** The row of an invited user, who must replace the temporary password before anything else. */
export function invitedUser(invitation: InvitationRow, id: string, password_hash: string): UserRow {
  const { organization_id, email, email_key, first_name, last_name, role, created_at } = invitation;
  return newUser({
    id,
    ...{ organization_id, email, email_key, first_name, last_name, role },
    status: 'INVITED',
    password_hash,
    must_change_password: true,
    auth_provider: 'password',
    two_factor_enabled: false,
    created_at,
  });
}

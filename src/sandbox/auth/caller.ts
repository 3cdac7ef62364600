import type { ApiKeyRow, OrganizationRow, SessionRow, UserRow } from '../db/tables.js';

/** A signed-in user. */
export interface UserCaller {
  readonly kind: 'user';
  readonly user: UserRow;
  readonly session: SessionRow;
  readonly organization: OrganizationRow;
}

/** A program with an API key of the organization. */
export interface ApiKeyCaller {
  readonly kind: 'api-key';
  readonly key: ApiKeyRow;
  readonly organization: OrganizationRow;
}

import type { Rows } from '../db/store.js';
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

/**
 * Runs `work` in a transaction of the caller's organization or own account. The caller is read again in it, since session,
 * key or role may have been taken away while the request waited: then it throws 401 or 403 instead.
 */
export type Change<Caller> = <Result>(
  scope: 'organization' | 'user',
  work: (rows: Rows, caller: Caller) => Promise<Result>,
) => Promise<Result>;

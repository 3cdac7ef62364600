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
 * Runs `work` in a transaction of the caller's organization or account. The transaction first reads the caller again,
 * and throws 401 or 403 if the session, key or permission was withdrawn while the request waited.
 */
export type Change<Caller> = <Result>(
  scope: 'organization' | 'user',
  work: (rows: Rows, caller: Caller) => Promise<Result>,
) => Promise<Result>;

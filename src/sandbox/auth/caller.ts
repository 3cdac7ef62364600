import type { ApiKeyRow, OrganizationRow, SessionRow, UserRow } from '../db/tables.js';

/** A person who is signed in. */
export interface Person {
  readonly kind: 'person';
  readonly user: UserRow;
  readonly session: SessionRow;
  readonly organization: OrganizationRow;
}

/** A program that acts for a workspace by one of its API keys; no person at all. */
export interface KeyHolder {
  readonly kind: 'key';
  readonly key: ApiKeyRow;
  readonly organization: OrganizationRow;
}

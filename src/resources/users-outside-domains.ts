import { isDomainAllowed } from '../contract/email-addresses.js';
import { listInvitations } from '../contract/invitations.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';

/** People whose address a list of domains leaves out. */
export interface UsersOutsideDomains {
  /** Addresses of the first few. */
  readonly users: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

const shown = 5;
const rows = 200;

/** Addresses of members and pending invitations; the first two hundred of each say enough for a warning. */
export function addressesResource(session: ApiSession) {
  return session.resource(async (call) => {
    const [users, invitations] = await Promise.all([
      session.client.call(listUsers, { query: { limit: rows } }, call),
      session.client.call(listInvitations, { query: { limit: rows, status: 'PENDING' } }, call),
    ]);
    return [...users.items, ...invitations.items].map(({ email }) => email);
  });
}

/** Those of the addresses that a list of domains leaves out; nobody where the list is empty. */
export function usersOutsideDomains(addresses: readonly string[], domains: readonly string[]): UsersOutsideDomains {
  const outside = addresses.filter((email) => !isDomainAllowed(email, domains));
  return { users: outside.slice(0, shown), more: Math.max(0, outside.length - shown) };
}

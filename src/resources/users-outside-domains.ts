import { isDomainAllowed } from '../contract/email-addresses.js';
import { listInvitations } from '../contract/invitations.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { fetchPages } from './fetch-all-pages.js';

/** Users whose address a list of domains leaves out. */
export interface UsersOutsideDomains {
  /** Addresses of the first few. */
  readonly users: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

const maxNamed = 5;
const maxRows = 200;

/** Addresses of users and pending invitations; the first two hundred of each are enough for a warning. */
export function addressesResource(session: ApiSession) {
  const { client } = session;
  return session.resource(async (call) => {
    const found = await Promise.all([
      fetchPages((query) => client.call(listUsers, { query }, call), maxRows, maxRows),
      fetchPages(
        (query) => client.call(listInvitations, { query: { ...query, status: 'PENDING' } }, call),
        maxRows,
        maxRows,
      ),
    ]);
    return found.flatMap(({ items }) => items.map(({ email }) => email));
  });
}

/** Those of the addresses that a list of domains leaves out; none where the list is empty. */
export function usersOutsideDomains(addresses: readonly string[], domains: readonly string[]): UsersOutsideDomains {
  const outside = addresses.filter((email) => !isDomainAllowed(email, domains));
  return { users: outside.slice(0, maxNamed), more: Math.max(0, outside.length - maxNamed) };
}

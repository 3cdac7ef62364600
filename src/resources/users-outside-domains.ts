import { isDomainAllowed } from '../contract/email-addresses.js';
import { listInvitations } from '../contract/invitations.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { fetchPages } from './fetch-all-pages.js';

/** Users whose email domain is not in a list of allowed domains. */
export interface UsersOutsideDomains {
  /** Addresses of the first users. */
  readonly users: readonly string[];
  /** Number of further users. */
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

/** The users whose address a list of domains does not allow; none if the list is empty. */
export function usersOutsideDomains(addresses: readonly string[], domains: readonly string[]): UsersOutsideDomains {
  const outside = addresses.filter((email) => !isDomainAllowed(email, domains));
  return { users: outside.slice(0, maxNamed), more: Math.max(0, outside.length - maxNamed) };
}

import { isDomainAllowed } from '../contract/email-addresses.js';
import { listInvitations } from '../contract/invitations.js';
import { listUsers } from '../contract/users.js';
import type { Workspace } from './workspace.js';

/** People whose address a list of domains leaves out. */
export interface Outsiders {
  /** Addresses of the first few. */
  readonly people: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

const shown = 5;
const rows = 200;

/** Addresses of members and pending invitations; the first two hundred of each say enough for a warning. */
export function addressesResource(workspace: Workspace) {
  return workspace.resource(async (call) => {
    const [members, invitations] = await Promise.all([
      workspace.client.call(listUsers, { query: { limit: rows } }, call),
      workspace.client.call(listInvitations, { query: { limit: rows, status: 'PENDING' } }, call),
    ]);
    return [...members.items, ...invitations.items].map(({ email }) => email);
  });
}

/** Those of the addresses that a list of domains leaves out; nobody where the list is empty. */
export function outsidersOf(addresses: readonly string[], domains: readonly string[]): Outsiders {
  const outside = addresses.filter((email) => !isDomainAllowed(email, domains));
  return { people: outside.slice(0, shown), more: Math.max(0, outside.length - shown) };
}

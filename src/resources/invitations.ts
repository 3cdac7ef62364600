import { domainOf } from '../contract/email-addresses.js';
import { type Invitation, listInvitations } from '../contract/invitations.js';
import type { ApiSession } from './api-session.js';
import { fetchAllPages } from './fetch-all-pages.js';

/**
 * The invitations nobody has taken up yet, newest first: pending ones, and expired ones, which can be sent again. The
 * list is read to its end: seats keep it short, and whoever invites has to know who is in it. Changing it is in a module
 * of its own.
 */
export function invitationsResource(session: ApiSession) {
  const { client } = session;
  const open = session.resource(async (call): Promise<readonly Invitation[]> => {
    const read = (status: string) =>
      fetchAllPages((query) => client.call(listInvitations, { query: { ...query, status } }, call));
    const found = (await Promise.all([read('PENDING'), read('EXPIRED')])).flat();
    // One may expire between the two, and a server may not look at the status it's asked for.
    const byId = new Map(found.filter(isOpen).map((invitation) => [invitation.id, invitation]));
    return [...byId.values()].sort((a, b) => momentOf(b) - momentOf(a));
  });
  return { open };
}

function isOpen({ status }: Invitation): boolean {
  return status !== 'ACCEPTED' && status !== 'REVOKED';
}

function momentOf({ created_at }: Invitation): number {
  return Date.parse(created_at ?? '') || 0;
}

/** Whether an invitation has expired is the server's to say: the reader's clock may be wrong. */
export function isExpired({ status }: Invitation): boolean {
  return status === 'EXPIRED';
}

/** What two spellings of one e-mail address have in common. */
export function addressKey(email: string): string {
  const address = email.trim();
  return `${address.slice(0, address.lastIndexOf('@')).toLowerCase()}@${domainOf(address)}`;
}

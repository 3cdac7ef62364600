import { domainOf } from '../contract/email-addresses.js';
import * as endpoints from '../contract/invitations.js';
import type { ApiSession } from './api-session.js';
import { fetchAllPages } from './fetch-all-pages.js';
import { freshValue, mutate } from './mutation.js';
import { usageResource } from './usage.js';

type Invitation = endpoints.Invitation;

/**
 * The invitations that are not accepted yet, newest first: pending ones, and expired ones, which can be resent. All
 * pages are read: the number of seats keeps the list short, and the invite form compares addresses with all of it.
 */
export function invitationsResource(session: ApiSession) {
  const { client } = session;
  const open = session.resource(async (call): Promise<readonly Invitation[]> => {
    const read = (status: string) =>
      fetchAllPages((query) => client.call(endpoints.listInvitations, { query: { ...query, status } }, call));
    const found = (await Promise.all([read('PENDING'), read('EXPIRED')])).flat();
    // An invitation may expire between the two requests, and the server may ignore the filter.
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

/** Whether the server reports that an invitation has expired. The browser's clock does not count: it may be wrong. */
export function isExpired({ status }: Invitation): boolean {
  return status === 'EXPIRED';
}

/** A key that is equal for different spellings of one email address. */
export function addressKey(email: string): string {
  const address = email.trim();
  return `${address.slice(0, address.lastIndexOf('@')).toLowerCase()}@${domainOf(address)}`;
}

/** Invites a user. After a lost answer, a new open invitation for the address is the result. */
export function inviteUser(session: ApiSession, body: endpoints.NewInvitation): Promise<Invitation> {
  const { open } = session.use(invitationsResource);
  const before = freshValue(open.state);
  const isNew = ({ id, email }: Invitation) =>
    before?.every((one) => one.id !== id) && addressKey(email) === addressKey(body.email);
  return mutate({
    resource: open,
    write: () => session.client.call(endpoints.inviteUser, { body }),
    confirm: (invitations) => invitations.find(isNew),
    affects: () => recountSeats(session),
    apply: (sent) => open.update((all) => [sent, ...all.filter(({ id }) => id !== sent.id)]),
  });
}

/** Mails a new temporary password; the former one stops working. After a lost answer, a new expiry date confirms it. */
export function resendInvitation(session: ApiSession, { id, expires_at }: Invitation): Promise<Invitation> {
  const { open } = session.use(invitationsResource);
  return mutate({
    resource: open,
    write: () => session.client.call(endpoints.resendInvitation, { params: { id } }),
    confirm: (invitations) => invitations.find((one) => one.id === id && one.expires_at !== expires_at),
    apply: (sent) => open.update((all) => all.map((one) => (one.id === id ? sent : one))),
  });
}

/** Revokes an invitation. */
export async function revokeInvitation(session: ApiSession, id: string): Promise<void> {
  const { open } = session.use(invitationsResource);
  const isOther = (one: Invitation) => one.id !== id;
  await mutate({
    resource: open,
    write: () => session.client.call(endpoints.revokeInvitation, { params: { id } }),
    confirm: (invitations) => (invitations.every(isOther) ? null : undefined),
    whenGone: null,
    affects: () => recountSeats(session),
    apply: () => open.update((all) => all.filter(isOther)),
  });
}

/** Counts the used seats again, after an invitation was sent or revoked. */
function recountSeats(session: ApiSession): void {
  session.use(usageResource).seats.invalidate();
}

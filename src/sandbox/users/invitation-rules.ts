import { isDomainAllowed } from '../../contract/email-addresses.js';
import { forgetUnsent, type Recipient } from '../auth/temporary-passwords.js';
import type { Rows } from '../db/store.js';
import {
  type InvitationRow,
  invitations,
  type OrganizationRow,
  organizations,
  sentMails,
  type UserRow,
  users,
} from '../db/tables.js';
import { conflict, forbidden, HttpError, notFound, rateLimited } from '../http/http-error.js';

const dayMs = 24 * 3_600_000;

/** Maximum mails of an organization within a day: in total, and to one address. */
const maxMails = { organization: 200, address: 20 };

/** Throws 403 MEMBER_LIMIT_REACHED if users and pending invitations take all seats of the plan. */
export async function requireSeat(rows: Rows, organizationId: string, now: Date): Promise<void> {
  const where = { organization_id: organizationId };
  const organization = await rows.get(organizations, organizationId);
  if (!organization) throw notFound();
  // Invitations first: a user who accepts between the two counts is counted twice instead of not at all.
  const pending = await rows.count(invitations, {
    ...where,
    status: 'PENDING',
    expires_at: { above: now.toISOString() },
  });
  const active = await rows.count(users, { ...where, status: { not: 'INVITED' } });
  const { max_members } = organization;
  if (active + pending < max_members) return;
  throw new HttpError(403, 'MEMBER_LIMIT_REACHED', "All seats of this workspace's plan are taken.", {
    details: { max_members },
  });
}

/** Throws 429 if the organization or the address has reached the limit of mails within a day. */
export async function requireMailQuota(rows: Rows, organizationId: string, emailKey: string, now: Date): Promise<void> {
  const where = { organization_id: organizationId, sent_at: { above: dayBefore(now) } };
  for (const [mails, limit] of [
    [where, maxMails.organization],
    [{ ...where, email_key: emailKey }, maxMails.address],
  ] as const) {
    if ((await rows.count(sentMails, mails)) < limit) continue;
    const [oldest] = await rows.find(sentMails, mails, { orderBy: 'sent_at', limit: 1 });
    if (oldest) throw rateLimited((Date.parse(oldest.sent_at) + dayMs - now.getTime()) / 1000);
  }
}

/** Records a mail, deletes records older than a day, and deletes the failed mail to the same address. */
export async function recordMail(
  rows: Rows,
  { id, organization_id, email_key }: Recipient & { id: string },
  now: Date,
): Promise<void> {
  await rows.delete(sentMails, { organization_id, sent_at: { upTo: dayBefore(now) } });
  await rows.insert(sentMails, { id, organization_id, email_key, sent_at: now.toISOString() });
  await forgetUnsent(rows, { organization_id, email_key });
}

function dayBefore(now: Date) {
  return new Date(now.getTime() - dayMs).toISOString();
}

/** Throws 422 EMAIL_DOMAIN_NOT_ALLOWED for an email outside the organization's allowed domains. */
export function requireAllowedDomain(email: string, { allowed_email_domains }: OrganizationRow): void {
  if (isDomainAllowed(email, allowed_email_domains)) return;
  const message = 'Only emails of the allowed domains can be invited.';
  throw new HttpError(422, 'EMAIL_DOMAIN_NOT_ALLOWED', message, { details: { allowed_email_domains } });
}

/** Throws 403 if a user who is not an owner invites an owner. */
export function requireOwnerToInvite(role: string, inviter: UserRow | undefined): void {
  if (role === 'OWNER' && inviter && inviter.role !== 'OWNER') throw forbidden('Only owners can invite an owner.');
}

/** Throws 404 for an unknown or revoked invitation. */
export async function findInvitation(rows: Rows, organizationId: string, id: string): Promise<InvitationRow> {
  const [known] = await rows.find(invitations, { id, organization_id: organizationId });
  if (!known || known.status === 'REVOKED') throw noInvitation();
  return known;
}

/** 409: the invited user has chosen a password. */
export function alreadyAccepted(): HttpError {
  return conflict('This invitation has already been accepted.');
}

/** 404: there is no such invitation, or it was revoked. */
export function noInvitation(): HttpError {
  return notFound('Invitation not found.');
}

import type { Rows } from '../db/store.js';
import { invitations, mailings, organizations, users } from '../db/tables.js';
import { notFound, Refusal, rateLimited } from '../http/http-error.js';

const day = 24 * 3_600_000;

/** Mails within a day: for a whole workspace, and to one address however often it's invited anew. */
const mostMails = { workspace: 200, address: 20 };

/** Throws 403 MEMBER_LIMIT_REACHED where members and pending invitations take up all the plan has. */
export async function demandSeat(rows: Rows, organizationId: string, now: Date): Promise<void> {
  const of = { organization_id: organizationId };
  const organization = await rows.get(organizations, organizationId);
  if (!organization) throw notFound();
  // In this order: somebody who accepts in between is counted twice rather than not at all.
  const pending = await rows.count(invitations, { ...of, status: 'PENDING', expires_at: { above: now.toISOString() } });
  const members = await rows.count(users, { ...of, status: { not: 'INVITED' } });
  const { max_members } = organization;
  if (members + pending < max_members) return;
  const details = { max_members };
  throw new Refusal(403, 'MEMBER_LIMIT_REACHED', 'Every seat of the plan is taken', { details });
}

/** Throws 429 where so many mails went out within a day that the next has to wait. */
export async function demandMailRoom(rows: Rows, organizationId: string, emailKey: string, now: Date): Promise<void> {
  const of = { organization_id: organizationId, sent_at: { above: dayBefore(now) } };
  for (const [where, most] of [
    [of, mostMails.workspace],
    [{ ...of, email_key: emailKey }, mostMails.address],
  ] as const) {
    if ((await rows.count(mailings, where)) < most) continue;
    const [oldest] = await rows.find(mailings, where, { orderBy: 'sent_at', limit: 1 });
    if (oldest) throw rateLimited((Date.parse(oldest.sent_at) + day - now.getTime()) / 1000);
  }
}

/** Counts a mail that goes out, and forgets those that matter no more. */
export async function countMail(
  rows: Rows,
  { id, organization_id, email_key }: { id: string; organization_id: string; email_key: string },
  now: Date,
): Promise<void> {
  await rows.delete(mailings, { organization_id, sent_at: { upTo: dayBefore(now) } });
  await rows.insert(mailings, { id, organization_id, email_key, sent_at: now.toISOString() });
}

function dayBefore(now: Date) {
  return new Date(now.getTime() - day).toISOString();
}

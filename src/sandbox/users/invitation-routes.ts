import { inviteUser, listInvitations, resendInvitation, revokeInvitation } from '../../contract/invitations.js';
import type { Change, UserCaller } from '../auth/caller.js';
import type { Where } from '../db/store.js';
import { type InvitationRow, invitations as invitationTable } from '../db/tables.js';
import type { Route, SandboxContext } from '../http/route.js';
import type { Services } from '../services.js';
import { negotiateLanguage } from '../words/language.js';

/** Invitations of the organization. */
export function invitationRoutes(route: Route, { store, invitations, log }: Services): void {
  const toRequest = (from: { caller: UserCaller; change: Change<UserCaller>; now: Date; context: SandboxContext }) => {
    const { user: inviter, organization } = from.caller;
    const { now, change, context } = from;
    const language = negotiateLanguage(context.req.header('accept-language'));
    return { organization, inviter, now, change, requestId: context.get('requestId'), language };
  };
  const logEvent = (event: string, { inviter, requestId }: ReturnType<typeof toRequest>, invitationId: string) =>
    log({ event, requestId, userId: inviter.id, invitationId });

  route(listInvitations, async ({ organization, query, page, now }) => {
    const where = { organization_id: organization.id, ...byStatus(query.status?.toUpperCase(), now) };
    const found = await store.find(invitationTable, where, { orderBy: 'created_at', isDescending: true, ...page });
    return { items: found.map((row) => toReply(row, now)), total: await store.count(invitationTable, where) };
  });

  route(inviteUser, async ({ body, now, ...rest }) => {
    const request = toRequest({ now, ...rest });
    const invitation = await invitations.invite(request, body);
    logEvent('invitation_sent', request, invitation.id);
    return toReply(invitation, now);
  });

  route(resendInvitation, async ({ params: { id = '' }, now, ...rest }) => {
    const request = toRequest({ now, ...rest });
    const invitation = await invitations.resend(request, id);
    logEvent('invitation_resent', request, invitation.id);
    return toReply(invitation, now);
  });

  route(revokeInvitation, async ({ params: { id = '' }, ...rest }) => {
    const request = toRequest(rest);
    await invitations.revoke(request, id);
    logEvent('invitation_revoked', request, id);
  });
}

/** The filter of a status. EXPIRED is not stored: it follows from `expires_at`. */
function byStatus(status: string | undefined, now: Date): Where<typeof invitationTable> {
  if (status !== 'PENDING' && status !== 'EXPIRED') return { status };
  const time = now.toISOString();
  return { status: 'PENDING', expires_at: status === 'PENDING' ? { above: time } : { upTo: time } };
}

/** An invitation as replies contain it (docs/contract.md 7.2). */
function toReply({ organization_id, email_key, resent_at, ...shown }: InvitationRow, now: Date) {
  const isExpired = shown.status === 'PENDING' && shown.expires_at <= now.toISOString();
  return { ...shown, status: isExpired ? 'EXPIRED' : shown.status };
}

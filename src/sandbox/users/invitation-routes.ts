import { inviteUser, listInvitations, resendInvitation, revokeInvitation } from '../../contract/invitations.js';
import type { Person } from '../auth/caller.js';
import type { Where } from '../db/store.js';
import { type InvitationRow, invitations } from '../db/tables.js';
import type { Route, SandboxContext } from '../http/route.js';
import type { Services } from '../services.js';
import type { InvitationRequest } from './invitation-service.js';

/** Asking people to join, by mail. */
export function invitationRoutes(route: Route, { store, invitations: keeping, log }: Services): void {
  const requestOf = ({ caller, now, context }: { caller: Person; now: Date; context: SandboxContext }) => {
    const { organization, user: inviter } = caller;
    return { organization, inviter, now, requestId: context.get('requestId') } satisfies InvitationRequest;
  };
  const logged = (event: string, { inviter, requestId }: ReturnType<typeof requestOf>, invitationId: string) =>
    log({ event, requestId, userId: inviter.id, invitationId });

  route(listInvitations, async ({ organization, query, page, now }) => {
    const where = { organization_id: organization.id, ...inState(query.status?.toUpperCase(), now) };
    const found = await store.find(invitations, where, { orderBy: 'created_at', isDescending: true, ...page });
    return { items: found.map((row) => onWire(row, now)), total: await store.count(invitations, where) };
  });

  route(inviteUser, async (call) => {
    const request = requestOf(call);
    const invitation = await keeping.invite(request, call.body);
    logged('invitation_sent', request, invitation.id);
    return onWire(invitation, call.now);
  });

  route(resendInvitation, async (call) => {
    const request = requestOf(call);
    const invitation = await keeping.resend(request, call.params.id ?? '');
    logged('invitation_resent', request, invitation.id);
    return onWire(invitation, call.now);
  });

  route(revokeInvitation, async (call) => {
    const request = requestOf(call);
    const id = call.params.id ?? '';
    await keeping.revoke(request, id);
    logged('invitation_revoked', request, id);
  });
}

/** Rows of a state; expiry follows from the clock rather than from a column. */
function inState(status: string | undefined, now: Date): Where<typeof invitations> {
  if (status !== 'PENDING' && status !== 'EXPIRED') return { status };
  const moment = now.toISOString();
  return { status: 'PENDING', expires_at: status === 'PENDING' ? { above: moment } : { upTo: moment } };
}

/** An invitation as the wire shows it (docs/contract.md 7.2). */
function onWire({ organization_id, email_key, resent_at, ...shown }: InvitationRow, now: Date) {
  const isOver = shown.status === 'PENDING' && shown.expires_at <= now.toISOString();
  return { ...shown, status: isOver ? 'EXPIRED' : shown.status };
}

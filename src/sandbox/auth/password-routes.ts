import * as z from 'zod/mini';
import { password } from '../../contract/credentials.js';
import { changePassword } from '../../contract/password.js';
import { challenges, users } from '../db/tables.js';
import { conflict, unacceptable } from '../http/http-error.js';
import { isFromOwnPage } from '../http/request-origin.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { demandPassword } from './password-check.js';
import { demandHashable, demandLength, demandUnguessable } from './password-rules.js';
import { SessionCookies } from './session-cookies.js';

/**
 * The contract's operation, its rules for the new password left to the route: they have codes of their own
 * (docs/contract.md 5.6).
 */
const operation = {
  ...changePassword,
  body: z.strictObject({
    current_password: password,
    new_password: password,
    revoke_other_sessions: z.optional(z.boolean()),
  }),
};

/** Changing one's password, be it a temporary one. */
export function passwordRoutes(route: Route, services: Services): void {
  const { store, hasher, sessions, invitations, log } = services;
  const cookies = new SessionCookies(services.publicOrigin);

  route(operation, async ({ body, caller, organization, now, context }) => {
    const { user, session } = caller;
    const { current_password: current, new_password: next, revoke_other_sessions: isRevoking = true } = body;
    demandHashable(current, 'current_password');
    demandLength(next);
    await demandPassword({ caller, context, now }, current, 'current_password', services);
    if (next === current) throw unacceptable({ new_password: ['same'] }, 'PASSWORD_REUSED');
    await demandUnguessable(next, user, organization);
    await invitations.demandOpen(user, now.getTime());

    const password_hash = await hasher.hash(next);
    const revoked = await store.transaction(`user:${user.id}`, async (rows) => {
      // Whoever was only invited is here from now on.
      const status = user.status === 'INVITED' ? 'ACTIVE' : user.status;
      const change = { status, password_hash, must_change_password: false, updated_at: now.toISOString() };
      // Only the password that was checked is replaced.
      const checked = { id: user.id, status: user.status, password_hash: user.password_hash };
      const changed = await rows.update(users, checked, change);
      if (changed === 0) throw conflict('The password was changed at the same time');
      await rows.delete(challenges, { user_id: user.id });
      const ended = isRevoking ? await sessions.endOthers(rows, user.id, session.id, now.getTime()) : 0;
      await invitations.accept(rows, user.id);
      return ended;
    });
    const requestId = context.get('requestId');
    log({ event: 'password_changed', requestId, userId: user.id, revokedSessions: revoked });
    if (user.status === 'INVITED') log({ event: 'invitation_accepted', requestId, userId: user.id });

    const grant = await sessions.grant(session, user);
    if (isFromOwnPage(context.req.raw, services.publicOrigin)) cookies.write(context, grant);
    return { revoked_sessions: revoked, access_token: grant.accessToken, expires_in: grant.expiresIn };
  });
}

import * as z from 'zod/mini';
import { password } from '../../contract/credentials.js';
import { changePassword } from '../../contract/password.js';
import { challenges, users } from '../db/tables.js';
import { conflict, validationFailed } from '../http/http-error.js';
import { isSameOrigin } from '../http/request-origin.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { requireLength, requireUnguessable } from './password-rules.js';
import { requirePassword } from './require-password.js';
import { sessionCookies } from './session-cookies.js';

/** The operation, but the route itself checks the new password, to send separate codes (docs/contract.md 5.6). */
const operation = {
  ...changePassword,
  body: z.strictObject({
    current_password: password,
    new_password: password,
    revoke_other_sessions: z.optional(z.boolean()),
  }),
};

/** Changes the signed-in user's password, including a temporary one. */
export function passwordRoutes(route: Route, services: Services): void {
  const { passwordHasher, sessions, invitations, notices, log } = services;
  const cookies = sessionCookies(services.publicOrigin);

  route(operation, async ({ body, caller, change, organization, now, context }) => {
    const { user, session } = caller;
    const { current_password: current, new_password: next, revoke_other_sessions: isRevoking = true } = body;
    requireLength(next);
    await requirePassword({ caller, context, now }, current, 'current_password', services);
    if (next === current) throw validationFailed({ new_password: ['same'] }, 'PASSWORD_REUSED');
    await requireUnguessable(next, user, organization);
    await invitations.requirePending(user, now.getTime());

    const password_hash = await passwordHasher.hash(next);
    const revoked_sessions = await change('user', async (rows) => {
      // The first password of an invited user accepts the invitation.
      const status = user.status === 'INVITED' ? 'ACTIVE' : user.status;
      const changed = { status, password_hash, must_change_password: false, updated_at: now.toISOString() };
      // The update applies only if the stored password is still the one that was checked.
      const checked = { id: user.id, status: user.status, password_hash: user.password_hash };
      await rows.delete(challenges, { user_id: user.id });
      if ((await rows.update(users, checked, changed)) === 0)
        throw conflict('The password was changed at the same time. Try again with the new one.');
      await invitations.accept(rows, user.id);
      return isRevoking ? sessions.revokeOthers(rows, user.id, session.id, now.getTime()) : 0;
    });
    const requestId = context.get('requestId');
    log({ event: 'password_changed', requestId, userId: user.id, revokedSessions: revoked_sessions });
    // An invited user's first password accepts the invitation; no notice is needed.
    if (user.status !== 'INVITED') await notices.send('noticePassword', { caller, context, now });
    else log({ event: 'invitation_accepted', requestId, userId: user.id });

    const tokens = await sessions.issueTokens(session, user);
    if (isSameOrigin(context.req.raw, services.publicOrigin)) cookies.write(context, tokens);
    return { revoked_sessions, access_token: tokens.accessToken, expires_in: tokens.expiresIn };
  });
}

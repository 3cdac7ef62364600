import { listSessions, revokeOtherSessions, revokeSession } from '../../contract/sessions.js';
import { sessions as sessionTable } from '../db/tables.js';
import { conflict, notFound } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { sessionOnWire } from './session-wire.js';

/** Where the signed-in person is signed in. */
export function sessionRoutes(route: Route, { store, sessions, log }: Services): void {
  route(listSessions, async ({ caller, page, now }) => {
    const all = await sessions.openOf(caller.user.id, caller.session.id, now.getTime());
    const shown = all.slice(page.offset, page.offset + page.limit);
    return { items: shown.map((one) => sessionOnWire(one, caller.session.id)), total: all.length };
  });

  route(revokeSession, async ({ caller, params, context }) => {
    const { session_id: id = '' } = params;
    if (id === caller.session.id) throw conflict('This is the current session; sign out instead');
    const [own] = await store.find(sessionTable, { id, user_id: caller.user.id });
    if (!own || !(await sessions.end(id))) throw notFound('There is no such session');
    log({ event: 'session_revoked', requestId: context.get('requestId'), userId: caller.user.id, sessionId: id });
  });

  route(revokeOtherSessions, async ({ caller, now, context }) => {
    const { user, session } = caller;
    const revoked_count = await store.transaction(`user:${user.id}`, (rows) => {
      return sessions.endOthers(rows, user.id, session.id, now.getTime());
    });
    const requestId = context.get('requestId');
    log({ event: 'other_sessions_revoked', requestId, userId: user.id, count: revoked_count });
    return { revoked_count };
  });
}

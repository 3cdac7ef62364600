import Bowser from 'bowser';
import { listSessions, revokeOtherSessions, revokeSession } from '../../contract/sessions.js';
import { type SessionRow, sessions as sessionTable } from '../db/tables.js';
import { conflict, notFound } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { deleteSession } from './session-service.js';

/** The signed-in user's sessions. */
export function sessionRoutes(route: Route, { sessions, log }: Services): void {
  route(listSessions, async ({ caller, page, now }) => {
    const active = await sessions.listActive(caller.user.id, caller.session.id, now.getTime());
    const shown = active.slice(page.offset, page.offset + page.limit);
    return { items: shown.map((session) => toSessionReply(session, caller.session.id)), total: active.length };
  });

  route(revokeSession, async ({ caller, params, change, context }) => {
    const { session_id: id = '' } = params;
    if (id === caller.session.id) throw conflict('This is your current session. Sign out instead.');
    await change('user', async (rows) => {
      const [own] = await rows.find(sessionTable, { id, user_id: caller.user.id });
      if (!own) throw notFound('Session not found.');
      await deleteSession(rows, id);
    });
    log({ event: 'session_revoked', requestId: context.get('requestId'), userId: caller.user.id, sessionId: id });
  });

  route(revokeOtherSessions, async ({ caller: { user, session }, change, now, context }) => {
    const revoked_count = await change('user', (rows) =>
      sessions.revokeOthers(rows, user.id, session.id, now.getTime()),
    );
    const requestId = context.get('requestId');
    log({ event: 'other_sessions_revoked', requestId, userId: user.id, count: revoked_count });
    return { revoked_count };
  });
}

/** A session as the reply contains it (docs/contract.md 5.8). Values that the user agent does not reveal are `null`. */
function toSessionReply({ user_id, ...shown }: SessionRow, currentId: string) {
  return { ...shown, is_current: shown.id === currentId, ...describeUserAgent(shown.user_agent) };
}

/** Device, browser with major version, and operating system with its marketing version. */
function describeUserAgent(userAgent: string) {
  if (!userAgent) return { device: null, browser: null, os: null };
  const { browser, os, platform } = Bowser.parse(userAgent);
  // Browsers often leave out the model of a phone.
  const type = platform.type && `${platform.type.slice(0, 1).toUpperCase()}${platform.type.slice(1)}`;
  const osVersion = os.name === 'Windows' ? os.versionName : os.version?.split('.').slice(0, 2).join('.');
  return {
    device: platform.model || type || null,
    browser: joinWords(browser.name, browser.version?.split('.')[0]),
    os: joinWords(os.name, osVersion),
  };
}

function joinWords(name: string | undefined, version: string | undefined) {
  return name ? [name, version].filter(Boolean).join(' ') : null;
}

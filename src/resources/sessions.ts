import { listSessions, type Session } from '../contract/sessions.js';
import { wholeList } from './whole-list.js';
import type { Workspace } from './workspace.js';

/**
 * Where the signed-in person is signed in, the session of this page first. The list is read to its end: that one may
 * be anywhere in it, and whoever ends all others is told how many. Ending them is in a module of its own.
 */
export function sessionsResource(workspace: Workspace) {
  const { client } = workspace;
  const list = workspace.resource(async (call): Promise<Session[]> => {
    const found = await wholeList((query) => client.call(listSessions, { query }, call));
    return found.sort((a, b) => Number(b.is_current) - Number(a.is_current));
  });
  return { list };
}

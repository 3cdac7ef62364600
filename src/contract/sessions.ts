import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { flag, number, opt, page, paging, text } from './wire.js';

/** A session of the signed-in user (docs/contract.md 5.8). `device`, `browser` and `os` are texts of the server. */
export const session = z.object({
  id: text,
  is_current: flag,
  user_agent: opt(text),
  device: opt(text),
  browser: opt(text),
  os: opt(text),
  ip_address: opt(text),
  location: opt(text),
  created_at: opt(text),
  last_active_at: opt(text),
  expires_at: opt(text),
});
/** A session as {@link listSessions} returns it. */
export type Session = z.infer<typeof session>;

/** Lists the signed-in user's sessions (docs/contract.md 5.8). */
export const listSessions = endpoint({
  name: 'listSessions',
  method: 'GET',
  path: '/api/v1/auth/sessions',
  auth: 'user',
  basis: 'assumed',
  section: '5.8',
  shape: 'list',
  query: paging,
  reply: page(session),
});

/** Revokes another session (docs/contract.md 5.8). `NOT_FOUND`: it ended before. `CONFLICT`: it is the current one. */
export const revokeSession = endpoint({
  name: 'revokeSession',
  method: 'DELETE',
  path: '/api/v1/auth/sessions/{session_id}',
  auth: 'user',
  basis: 'assumed',
  section: '5.8',
  shape: 'none',
  faults: ['NOT_FOUND', 'CONFLICT'],
});

/** Revokes every session but the current one, and returns how many (docs/contract.md 5.8). */
export const revokeOtherSessions = endpoint({
  name: 'revokeOtherSessions',
  method: 'POST',
  path: '/api/v1/auth/sessions/revoke-others',
  auth: 'user',
  basis: 'assumed',
  section: '5.8',
  reply: z.object({ revoked_count: number }),
});

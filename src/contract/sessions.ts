import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { flag, number, opt, page, paging, text } from './wire.js';

/** A place where the signed-in person is signed in. Device, browser and system are the server's words. */
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
export type Session = z.infer<typeof session>;

/** Lists the signed-in person's sessions. */
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

/** Ends one other session. NOT_FOUND means that it's gone already; CONFLICT that it's the current one. */
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

/** Ends every session but the current one, and says how many that were. */
export const revokeOtherSessions = endpoint({
  name: 'revokeOtherSessions',
  method: 'POST',
  path: '/api/v1/auth/sessions/revoke-others',
  auth: 'user',
  basis: 'assumed',
  section: '5.8',
  reply: z.object({ revoked_count: number }),
});

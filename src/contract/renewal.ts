import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { number, opt, text } from './wire.js';

/** The tokens of a session (docs/contract.md 5.4). Without `refresh_token` the server set an HttpOnly cookie. */
export const tokens = {
  access_token: text,
  token_type: opt(text),
  /** Seconds until `access_token` expires. */
  expires_in: opt(number),
  refresh_token: opt(text),
};

/**
 * Renews the access token, and replaces the refresh token (docs/contract.md 5.5). In cookie mode the body has no token.
 * `TOKEN_EXPIRED`, `TOKEN_REVOKED`: sign in again.
 */
export const refreshSession = endpoint({
  name: 'refreshSession',
  method: 'POST',
  path: '/api/v1/auth/refresh',
  auth: 'none',
  basis: 'assumed',
  section: '5.5',
  body: z.strictObject({ refresh_token: z.optional(z.string()) }),
  reply: z.object(tokens),
  faults: ['TOKEN_EXPIRED', 'TOKEN_REVOKED', 'UNAUTHORIZED', 'FORBIDDEN', 'ACCOUNT_DISABLED'],
});

import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { number, opt, text } from './wire.js';

/** Tokens of a session. Without `refresh_token` it came as an HttpOnly cookie. */
export const tokens = {
  access_token: text,
  token_type: opt(text),
  /** Seconds. */
  expires_in: opt(number),
  refresh_token: opt(text),
};

/** Renews the access token; the refresh token is replaced with it. In cookie mode the body has no token. */
export const refreshSession = endpoint({
  name: 'refreshSession',
  method: 'POST',
  path: '/api/v1/auth/refresh',
  auth: 'none',
  basis: 'assumed',
  section: '5.5',
  body: z.strictObject({ refresh_token: z.optional(z.string()) }),
  reply: z.object(tokens),
  faults: ['TOKEN_EXPIRED', 'TOKEN_REVOKED'],
});

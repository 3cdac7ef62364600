import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { flag, number, opt, text } from './wire.js';

/** The state of the signed-in user's two-factor authentication (docs/contract.md 5.7). */
export const twoFactor = z.object({
  enabled: flag,
  method: opt(text),
  enabled_at: opt(text),
  recovery_codes_remaining: opt(number),
  /** A setup was started and not verified yet. */
  pending: opt(flag),
});
/** The state as {@link getTwoFactor} returns it. */
export type TwoFactor = z.infer<typeof twoFactor>;

/** Reads the state of two-factor authentication (docs/contract.md 5.7). */
export const getTwoFactor = endpoint({
  name: 'getTwoFactor',
  method: 'GET',
  path: '/api/v1/auth/2fa',
  auth: 'user',
  basis: 'assumed',
  section: '5.7',
  reply: twoFactor,
});

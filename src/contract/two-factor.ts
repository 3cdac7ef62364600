import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { flag, number, opt, text } from './wire.js';

/** Whether the signed-in person uses a second factor. */
export const twoFactor = z.object({
  enabled: flag,
  method: opt(text),
  enabled_at: opt(text),
  recovery_codes_remaining: opt(number),
  /** A set-up was begun and not verified yet. */
  pending: opt(flag),
});
export type TwoFactor = z.infer<typeof twoFactor>;

/** Reads the state of two-factor authentication. */
export const getTwoFactor = endpoint({
  name: 'getTwoFactor',
  method: 'GET',
  path: '/api/v1/auth/2fa',
  auth: 'user',
  basis: 'assumed',
  section: '5.7',
  reply: twoFactor,
});

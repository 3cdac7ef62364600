import * as z from 'zod/mini';
import { hasOneFactor, password, secondFactor, sixDigits } from './credentials.js';
import { endpoint } from './endpoint.js';
import { checked, flag, number, opt, text } from './wire.js';

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
  reply: twoFactor,
});

/** Begins the set-up. `secret` and `otpauth_url` are shown once; the picture is drawn here, from `otpauth_url`. */
export const setUpTwoFactor = endpoint({
  name: 'setUpTwoFactor',
  method: 'POST',
  path: '/api/v1/auth/2fa/setup',
  auth: 'user',
  basis: 'assumed',
  body: z.strictObject({ password }),
  reply: z.object({ secret: text, otpauth_url: text, expires_at: opt(text) }),
  faults: ['INVALID_CREDENTIALS', 'CONFLICT', 'RATE_LIMITED'],
});

/** Ends the set-up with a first code. `recovery_codes` are shown once and never readable again. */
export const verifyTwoFactor = endpoint({
  name: 'verifyTwoFactor',
  method: 'POST',
  path: '/api/v1/auth/2fa/verify',
  auth: 'user',
  basis: 'assumed',
  body: z.strictObject({ code: sixDigits }),
  reply: z.object({ enabled: z.literal(true), recovery_codes: z.array(text) }),
  faults: ['INVALID_CODE', 'CONFLICT', 'SETUP_EXPIRED', 'RATE_LIMITED'],
});

/** Turns two-factor authentication off; asks for the password and one second factor. */
export const disableTwoFactor = endpoint({
  name: 'disableTwoFactor',
  method: 'POST',
  path: '/api/v1/auth/2fa/disable',
  auth: 'user',
  basis: 'assumed',
  shape: 'none',
  body: checked(z.strictObject({ password, ...secondFactor }), z.refine(hasOneFactor, { error: 'factor' })),
  faults: ['INVALID_CREDENTIALS', 'INVALID_CODE', 'CONFLICT', 'RATE_LIMITED'],
});

/** Replaces all recovery codes; the new ones are shown once. */
export const replaceRecoveryCodes = endpoint({
  name: 'replaceRecoveryCodes',
  method: 'POST',
  path: '/api/v1/auth/2fa/recovery-codes',
  auth: 'user',
  basis: 'assumed',
  body: z.strictObject({ password, code: sixDigits }),
  reply: z.object({ recovery_codes: z.array(text) }),
  faults: ['INVALID_CREDENTIALS', 'INVALID_CODE', 'CONFLICT', 'RATE_LIMITED'],
});

import * as z from 'zod/mini';
import { hasOneFactor, password, secondFactor, sixDigits } from './credentials.js';
import { endpoint } from './endpoint.js';
import { checked, opt, text } from './wire.js';

/** What begins the set-up. */
export const twoFactorSetup = z.strictObject({ password });

/** What ends the set-up: a first code of the authenticator app. */
export const twoFactorVerification = z.strictObject({ code: sixDigits });

/** What turns two-factor authentication off: the password and either a code or a recovery code. */
export const twoFactorEnd = checked(
  z.strictObject({ password, ...secondFactor }),
  z.refine(hasOneFactor, { error: 'factor' }),
);

/** What replaces the recovery codes. */
export const recoveryCodeReplacement = z.strictObject({ password, code: sixDigits });

/** Begins the set-up. `secret` and `otpauth_url` are shown once; the picture is drawn here, from `otpauth_url`. */
export const setUpTwoFactor = endpoint({
  name: 'setUpTwoFactor',
  method: 'POST',
  path: '/api/v1/auth/2fa/setup',
  auth: 'user',
  basis: 'assumed',
  section: '5.7',
  body: twoFactorSetup,
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
  section: '5.7',
  body: twoFactorVerification,
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
  section: '5.7',
  shape: 'none',
  body: twoFactorEnd,
  faults: ['INVALID_CREDENTIALS', 'INVALID_CODE', 'CONFLICT', 'RATE_LIMITED'],
});

/** Replaces all recovery codes; the new ones are shown once. */
export const replaceRecoveryCodes = endpoint({
  name: 'replaceRecoveryCodes',
  method: 'POST',
  path: '/api/v1/auth/2fa/recovery-codes',
  auth: 'user',
  basis: 'assumed',
  section: '5.7',
  body: recoveryCodeReplacement,
  reply: z.object({ recovery_codes: z.array(text) }),
  faults: ['INVALID_CREDENTIALS', 'INVALID_CODE', 'CONFLICT', 'RATE_LIMITED'],
});

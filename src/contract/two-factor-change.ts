import * as z from 'zod/mini';
import { hasOneFactor, password, secondFactor, sixDigits } from './credentials.js';
import { endpoint } from './endpoint.js';
import { checked, opt, text } from './wire.js';

/** Body of {@link setUpTwoFactor}. */
export const twoFactorSetup = z.strictObject({ password });

/** Body of {@link verifyTwoFactor}: a first code of the authenticator app. */
export const twoFactorVerification = z.strictObject({ code: sixDigits });

/** Body of {@link disableTwoFactor}: the password and exactly one of a code and a recovery code. */
export const twoFactorEnd = checked(
  z.strictObject({ password, ...secondFactor }),
  z.refine(hasOneFactor, { error: 'factor' }),
);

/** Body of {@link replaceRecoveryCodes}. */
export const recoveryCodeReplacement = z.strictObject({ password, code: sixDigits });

/**
 * Starts the setup (docs/contract.md 5.7). `secret` and `otpauth_url` are secrets that no other reply contains; the
 * pane draws the QR code from `otpauth_url`. `CONFLICT`: already enabled.
 */
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

/**
 * Completes the setup with a first code (docs/contract.md 5.7). `recovery_codes` are secrets that no other reply
 * contains. `CONFLICT`: no setup was started. `SETUP_EXPIRED`: start again.
 */
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

/** Disables two-factor authentication (docs/contract.md 5.7). `CONFLICT`: it is already disabled. */
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

/**
 * Replaces all recovery codes (docs/contract.md 5.7). The new codes are secrets that no other reply contains.
 * `CONFLICT`: two-factor authentication is disabled.
 */
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

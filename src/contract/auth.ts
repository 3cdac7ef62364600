import * as z from 'zod/mini';
import { hasOneFactor, password, secondFactor } from './credentials.js';
import { endpoint } from './endpoint.js';
import { user } from './me.js';
import { tokens } from './renewal.js';
import { checked, flag, opt, text } from './wire.js';

/** A new session: its tokens, and who signed in (docs/contract.md 5.4). */
export const sessionResult = z.extend(z.object(tokens), { must_change_password: opt(flag), user: opt(user) });
/** A new session as {@link login} returns it. */
export type SessionResult = z.infer<typeof sessionResult>;

/**
 * The password was right, and a second factor is needed: {@link answerTwoFactorChallenge} takes `challenge_token`
 * (docs/contract.md 5.4).
 */
export const challengeResult = z.object({
  two_factor_required: z.literal(true),
  challenge_token: text,
  methods: opt(z.array(text)),
  expires_at: opt(text),
});

/**
 * Signs in with email and password; returns a session or a challenge (docs/contract.md 5.4). The panes have no sign-in
 * form; hosts and servers use this operation. `INVITATION_EXPIRED`: the temporary password is right but too old.
 */
export const login = endpoint({
  name: 'login',
  method: 'POST',
  path: '/api/v1/auth/login',
  auth: 'none',
  basis: 'assumed',
  section: '5.4',
  body: z.strictObject({ email: checked(z.string(), z.minLength(1)), password }),
  reply: z.union([challengeResult, sessionResult]),
  faults: ['INVALID_CREDENTIALS', 'ACCOUNT_DISABLED', 'EMAIL_NOT_VERIFIED', 'INVITATION_EXPIRED', 'RATE_LIMITED'],
});

/** Completes a sign-in that needs a second factor (docs/contract.md 5.5). `CHALLENGE_EXPIRED`: sign in again. */
export const answerTwoFactorChallenge = endpoint({
  name: 'answerTwoFactorChallenge',
  method: 'POST',
  path: '/api/v1/auth/2fa/challenge',
  auth: 'none',
  basis: 'assumed',
  section: '5.5',
  body: checked(
    z.strictObject({ challenge_token: checked(z.string(), z.minLength(1)), ...secondFactor }),
    z.refine(hasOneFactor, { error: 'factor' }),
  ),
  reply: sessionResult,
  faults: ['INVALID_CODE', 'CHALLENGE_EXPIRED', 'RATE_LIMITED'],
});

/** Signs out: ends the session of the request (docs/contract.md 5.5). */
export const logout = endpoint({
  name: 'logout',
  method: 'POST',
  path: '/api/v1/auth/logout',
  auth: 'user',
  basis: 'assumed',
  section: '5.5',
  shape: 'none',
});

import * as z from 'zod/mini';
import { newPassword, password } from './credentials.js';
import { endpoint } from './endpoint.js';
import { checked, number, opt, text } from './wire.js';

/** The current password, which may be a temporary one, and the one to be. */
export const passwordChange = checked(
  z.strictObject({
    current_password: password,
    new_password: newPassword,
    revoke_other_sessions: z.optional(z.boolean()),
  }),
  z.refine((body) => body.new_password !== body.current_password, { error: 'same', path: ['new_password'] }),
);
export type PasswordChange = z.infer<typeof passwordChange>;

/** Changes the password; a new token comes back where the one in hand no longer holds (docs/contract.md 5.6). */
export const changePassword = endpoint({
  name: 'changePassword',
  method: 'POST',
  path: '/api/v1/auth/change-password',
  auth: 'user',
  basis: 'assumed',
  section: '5.6',
  body: passwordChange,
  reply: z.nullish(z.object({ revoked_sessions: opt(number), access_token: opt(text), expires_in: opt(number) })),
  faults: [
    'INVALID_CREDENTIALS',
    'PASSWORD_TOO_WEAK',
    'PASSWORD_REUSED',
    'CONFLICT',
    'RATE_LIMITED',
    'INVITATION_EXPIRED',
  ],
});

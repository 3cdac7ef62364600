import * as z from 'zod/mini';
import { newPassword, password } from './credentials.js';
import { endpoint } from './endpoint.js';
import { checked, number, opt, text } from './wire.js';

/** Body of {@link changePassword}: the current password, which may be a temporary one, and the new one. */
export const passwordChange = checked(
  z.strictObject({
    current_password: password,
    new_password: newPassword,
    revoke_other_sessions: z.optional(z.boolean()),
  }),
  z.refine((body) => body.new_password !== body.current_password, { error: 'same', path: ['new_password'] }),
);
/** Body of {@link changePassword}. */
export type PasswordChange = z.infer<typeof passwordChange>;

/**
 * Changes the password (docs/contract.md 5.6). `access_token` replaces the current token, which the change may have
 * revoked. `INVALID_CREDENTIALS`: the current password is wrong. `CONFLICT`: the account has no password. The reasons
 * of `PASSWORD_TOO_WEAK` and `PASSWORD_REUSED` are in `details.fields.new_password`.
 */
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

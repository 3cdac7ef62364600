import { codeOfStep, stepAt } from '../crypto/totp.js';
import { twoFactors, type UserRow, users } from '../db/tables.js';
import { seededPassword } from '../seed/seed-workspace.js';
import type { Services } from '../services.js';

/** How a user signs in; properties that are left out do not change. */
export interface UserState {
  twoFactor?: boolean;
  /** Whether the password must be changed before anything else. */
  temporaryPassword?: boolean;
  signsInBy?: 'password' | 'google';
}

/** Changes how a user signs in. */
export async function applyUserState(
  user: UserRow,
  { twoFactor: wantsTwoFactor, temporaryPassword, signsInBy }: UserState,
  { store, passwordHasher, twoFactor, now }: Services,
): Promise<void> {
  if (temporaryPassword !== undefined) {
    await store.update(users, { id: user.id }, { must_change_password: temporaryPassword });
  }
  if (signsInBy) {
    const password_hash = signsInBy === 'google' ? null : await passwordHasher.hash(seededPassword);
    await store.update(users, { id: user.id }, { auth_provider: signsInBy, password_hash });
  }
  if (wantsTwoFactor === undefined || wantsTwoFactor === user.two_factor_enabled) return;
  if (!wantsTwoFactor) return twoFactor.disable(user);
  const time = now(user.organization_id);
  const { secret } = await twoFactor.setUp(user, time);
  // Verified with the previous code, so that the current one can still be used.
  await twoFactor.verify(user, codeOfStep(secret, stepAt(time) - 1), time);
}

/** The next one-time code that the server accepts from the user, for sign-in or a pending setup. */
export async function nextTotpCode(user: UserRow, { store, encryption, now }: Services): Promise<string> {
  const known = await store.get(twoFactors, user.id);
  const secret = known?.secret ?? known?.pending_secret;
  if (!known || !secret) throw new Error('agni-settings: two-factor authentication is neither on nor being set up');
  const step = Math.max(stepAt(now(user.organization_id)), known.last_step + 1);
  return codeOfStep(await encryption.decrypt(secret), step);
}

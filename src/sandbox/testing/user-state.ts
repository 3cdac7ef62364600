import { codeOfStep, stepAt } from '../crypto/one-time-password.js';
import { twoFactors, type UserRow, users } from '../db/tables.js';
import { seededPassword } from '../seed/seed-workspace.js';
import type { Services } from '../services.js';

/** How somebody signs in; what is left out stays as it is. */
export interface PersonState {
  /** Codes by time are asked for. */
  twoFactor?: boolean;
  /** The password has to be changed before anything else. */
  temporaryPassword?: boolean;
  signsInBy?: 'password' | 'google';
}

/** Brings a person into such a state. */
export async function changePerson(
  user: UserRow,
  { twoFactor, temporaryPassword, signsInBy }: PersonState,
  { store, hasher, secondFactors, now }: Services,
): Promise<void> {
  if (temporaryPassword !== undefined) {
    await store.update(users, { id: user.id }, { must_change_password: temporaryPassword });
  }
  if (signsInBy) {
    const password_hash = signsInBy === 'google' ? null : await hasher.hash(seededPassword);
    await store.update(users, { id: user.id }, { auth_provider: signsInBy, password_hash });
  }
  if (twoFactor === undefined || twoFactor === user.two_factor_enabled) return;
  if (!twoFactor) return secondFactors.turnOff(user);
  const moment = now(user.organization_id);
  const { secret } = await secondFactors.begin(user, moment);
  // By the last code, so that the present one is still good.
  await secondFactors.confirm(user, await codeOfStep(secret, stepAt(moment) - 1), moment);
}

/** The next code of the person's that is taken, or would end their set-up. */
export async function nextCode(user: UserRow, { store, sealing, now }: Services): Promise<string> {
  const known = await store.get(twoFactors, user.id);
  const sealed = known?.secret ?? known?.pending_secret;
  if (!known || !sealed) throw new Error('agni-settings: no two-factor authentication is on or being set up');
  const step = Math.max(stepAt(now(user.organization_id)), known.last_step + 1);
  return codeOfStep(await sealing.open(sealed), step);
}

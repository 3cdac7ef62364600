import { encodeSecret, otpauthUrl, stepOfCode } from '../crypto/totp.js';
import type { Rows } from '../db/store.js';
import { recoveryCodes, type TwoFactorRow, twoFactors, type UserRow, users } from '../db/tables.js';
import { conflict, HttpError, invalidCode, unauthorized } from '../http/http-error.js';
import type { Platform } from '../platform.js';
import { findRecoveryCode, generateRecoveryCodes, storeRecoveryCodes } from './recovery-codes.js';

/** Milliseconds within which a setup must be verified. */
const setupMs = 10 * 60_000;

/** A one-time code or a recovery code. */
export interface Factor {
  readonly code?: string | undefined;
  readonly recovery_code?: string | undefined;
}

/** Sets up, checks and disables two-factor authentication. */
export class TwoFactorService {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** The state in the reply (docs/contract.md 5.7). */
  async status({ id }: UserRow, now: number): Promise<object> {
    const { store } = this.#platform;
    const known = await store.get(twoFactors, id);
    const isEnabled = known?.secret != null;
    return {
      enabled: isEnabled,
      method: isEnabled ? 'totp' : null,
      enabled_at: known?.enabled_at ?? null,
      recovery_codes_remaining: isEnabled ? await store.count(recoveryCodes, { user_id: id }) : null,
      pending: known !== undefined && isPending(known, now),
    };
  }

  /** Starts a setup, and replaces one that was not verified. Throws 409 if two-factor authentication is enabled. */
  async setUp(user: UserRow, now: number): Promise<{ secret: string; otpauth_url: string; expires_at: string }> {
    const secret = encodeSecret(this.#platform.random(20));
    const pending = {
      pending_secret: await this.#platform.encryption.encrypt(secret),
      pending_since: new Date(now).toISOString(),
    };
    await this.#change(user, async (rows, known) => {
      if (known?.secret != null) throw alreadyEnabled();
      if (known) return rows.update(twoFactors, { user_id: user.id }, pending);
      return rows.insert(twoFactors, { user_id: user.id, secret: null, enabled_at: null, last_step: 0, ...pending });
    });
    const expires_at = new Date(now + setupMs).toISOString();
    return { secret, otpauth_url: otpauthUrl(secret, user.email), expires_at };
  }

  /**
   * Finishes a setup with its first code and returns the recovery codes. Throws 409 without a setup, 410 SETUP_EXPIRED, and
   * 422 INVALID_CODE.
   */
  async verify(user: UserRow, code: string, now: number): Promise<string[]> {
    const { store, passwordHasher, random, newId } = this.#platform;
    const known = await store.get(twoFactors, user.id);
    const secret = known?.pending_secret;
    if (known?.secret != null) throw alreadyEnabled();
    if (known === undefined || secret == null) throw noSetup();
    if (!isPending(known, now)) throw new HttpError(410, 'SETUP_EXPIRED', 'The setup has expired. Start again.');
    const last_step = await this.#stepOf(secret, code, now);
    if (last_step === undefined) throw invalidCode();
    const codes = await generateRecoveryCodes(passwordHasher, random);
    await this.#change(user, async (rows, current) => {
      if (current?.pending_secret !== secret) throw noSetup(); // replaced or verified meanwhile
      const enabled = { secret, enabled_at: new Date(now).toISOString(), last_step };
      await rows.update(twoFactors, { user_id: user.id }, { ...enabled, pending_secret: null, pending_since: null });
      await rows.update(users, { id: user.id }, { two_factor_enabled: true });
      await storeRecoveryCodes(rows, user.id, codes, () => newId(user.organization_id));
    });
    return codes.shown;
  }

  /**
   * Returns whether a factor is valid, and makes it invalid for later use. A one-time code also invalidates all codes
   * of earlier time steps, so that setting the clock back makes none of them valid again.
   */
  async consumeFactor(user: UserRow, { code, recovery_code }: Factor, now: number): Promise<boolean> {
    const { store, passwordHasher } = this.#platform;
    if (recovery_code !== undefined) {
      const id = await findRecoveryCode(store, passwordHasher, user.id, recovery_code);
      return id !== undefined && (await store.delete(recoveryCodes, { id })) === 1;
    }
    const secret = (await store.get(twoFactors, user.id))?.secret;
    if (secret == null || code === undefined) return false;
    const step = await this.#stepOf(secret, code, now);
    if (step === undefined) return false;
    return this.#change(user, async (rows, current) => {
      if (current?.secret !== secret || current.last_step >= step) return false;
      await rows.update(twoFactors, { user_id: user.id }, { last_step: step });
      return true;
    });
  }

  /** Disables two-factor authentication. Throws 409 if it is already disabled. */
  async disable(user: UserRow): Promise<void> {
    await this.#change(user, async (rows, known) => {
      requireEnabled(known);
      await rows.delete(twoFactors, { user_id: user.id });
      await rows.delete(recoveryCodes, { user_id: user.id });
      await rows.update(users, { id: user.id }, { two_factor_enabled: false });
    });
  }

  /** Replaces the recovery codes and returns the new ones. Throws 409 if two-factor authentication is disabled. */
  async replaceRecoveryCodes(user: UserRow): Promise<string[]> {
    const { passwordHasher, random, newId } = this.#platform;
    const codes = await generateRecoveryCodes(passwordHasher, random);
    await this.#change(user, async (rows, known) => {
      requireEnabled(known);
      await storeRecoveryCodes(rows, user.id, codes, () => newId(user.organization_id));
    });
    return codes.shown;
  }

  async #stepOf(encryptedSecret: string, code: string, now: number) {
    return stepOfCode(await this.#platform.encryption.decrypt(encryptedSecret), code, now);
  }

  #change<Result>(user: UserRow, work: (rows: Rows, known: TwoFactorRow | undefined) => Promise<Result>) {
    const { store } = this.#platform;
    return store.transaction(`user:${user.id}`, async (rows) => {
      if (!(await rows.get(users, user.id))) throw unauthorized(); // removed meanwhile
      return work(rows, await rows.get(twoFactors, user.id));
    });
  }
}

/** Absolute age, so that setting the clock back does not extend a setup. */
function isPending({ pending_since: since }: TwoFactorRow, now: number) {
  return since !== null && Math.abs(now - Date.parse(since)) < setupMs;
}

function requireEnabled(known: TwoFactorRow | undefined) {
  if (known?.secret == null) throw conflict('Two-factor authentication is off.');
}

function alreadyEnabled() {
  return conflict('Two-factor authentication is already on.');
}

function noSetup() {
  return conflict('No setup is in progress. Start the setup first.');
}

import type { Random } from '../crypto/digest.js';
import type { Sealing } from '../crypto/encryption.js';
import { base32, otpauthUrl, stepOfCode } from '../crypto/one-time-password.js';
import type { PasswordHasher } from '../crypto/password-hasher.js';
import type { Rows, Store } from '../db/store.js';
import { recoveryCodes, type TwoFactorRow, twoFactors, type UserRow, users } from '../db/tables.js';
import { conflict, invalidCode, Refusal } from '../http/http-error.js';
import { findRecoveryCode, keepRecoveryCodes, newRecoveryCodes } from './recovery-codes.js';

/** Milliseconds in which a set-up has to be finished. */
const setUpTime = 10 * 60_000;

/** One of the two. */
export interface Factor {
  readonly code?: string | undefined;
  readonly recovery_code?: string | undefined;
}

/** The second factors people sign in with: codes by time (RFC 6238), and recovery codes for when those are out of reach. */
export class SecondFactors {
  readonly #store: Store;
  readonly #hasher: PasswordHasher;
  readonly #random: Random;
  readonly #sealing: Sealing;
  readonly #newId: (organizationId: string) => string;

  constructor(ports: {
    store: Store;
    hasher: PasswordHasher;
    random: Random;
    sealing: Sealing;
    newId: (organizationId: string) => string;
  }) {
    this.#store = ports.store;
    this.#hasher = ports.hasher;
    this.#random = ports.random;
    this.#sealing = ports.sealing;
    this.#newId = ports.newId;
  }

  /** How things stand, as the wire shows it (docs/contract.md 5.7). */
  async stateOf({ id }: UserRow, now: number): Promise<object> {
    const known = await this.#store.get(twoFactors, id);
    const isOn = known?.secret != null;
    return {
      enabled: isOn,
      method: isOn ? 'totp' : null,
      enabled_at: known?.enabled_at ?? null,
      recovery_codes_remaining: isOn ? await this.#store.count(recoveryCodes, { user_id: id }) : null,
      pending: known !== undefined && isPending(known, now),
    };
  }

  /** Begins a set-up, in place of one that was begun before. Throws 409 where the second factor is on. */
  async begin(user: UserRow, now: number): Promise<{ secret: string; otpauth_url: string; expires_at: string }> {
    const secret = base32(this.#random(20));
    const pending = {
      pending_secret: await this.#sealing.seal(secret),
      pending_since: new Date(now).toISOString(),
    };
    await this.#change(user, async (rows, known) => {
      if (known?.secret != null) throw alreadyOn();
      if (known) await rows.update(twoFactors, { user_id: user.id }, pending);
      else
        await rows.insert(twoFactors, { user_id: user.id, secret: null, enabled_at: null, last_step: 0, ...pending });
    });
    const expires_at = new Date(now + setUpTime).toISOString();
    return { secret, otpauth_url: otpauthUrl(secret, user.email), expires_at };
  }

  /**
   * Ends a set-up by a first code and answers the recovery codes. Throws 409 where none was begun, 410 SETUP_EXPIRED,
   * and 422 INVALID_CODE.
   */
  async confirm(user: UserRow, code: string, now: number): Promise<string[]> {
    const known = await this.#store.get(twoFactors, user.id);
    const sealed = known?.pending_secret;
    if (known?.secret != null) throw alreadyOn();
    if (known === undefined || sealed == null) throw nothingBegun();
    if (!isPending(known, now)) throw new Refusal(410, 'SETUP_EXPIRED', 'The set-up took too long; begin again');
    const step = await stepOfCode(await this.#sealing.open(sealed), code, now);
    if (step === undefined) throw invalidCode();
    const codes = await newRecoveryCodes(this.#hasher, this.#random);
    await this.#change(user, async (rows, fresh) => {
      if (fresh?.pending_secret !== sealed) throw nothingBegun(); // somebody else was faster
      await rows.update(
        twoFactors,
        { user_id: user.id },
        {
          secret: sealed,
          enabled_at: new Date(now).toISOString(),
          last_step: step,
          pending_secret: null,
          pending_since: null,
        },
      );
      await rows.update(users, { id: user.id }, { two_factor_enabled: true });
      await keepRecoveryCodes(rows, user.id, codes, () => this.#newId(user.organization_id));
    });
    return codes.shown;
  }

  /**
   * Whether it's a factor of the person's that still counts; and from now on it doesn't. Of codes by time neither that
   * one nor an earlier one is taken again, whatever becomes of the clock.
   */
  async use(user: UserRow, { code, recovery_code: recoveryCode }: Factor, now: number): Promise<boolean> {
    if (recoveryCode !== undefined) {
      const id = await findRecoveryCode(this.#store, this.#hasher, user.id, recoveryCode);
      return id !== undefined && (await this.#store.delete(recoveryCodes, { id })) === 1;
    }
    const sealed = (await this.#store.get(twoFactors, user.id))?.secret;
    if (sealed == null || code === undefined) return false;
    const step = await stepOfCode(await this.#sealing.open(sealed), code, now);
    if (step === undefined) return false;
    return this.#change(user, async (rows, fresh) => {
      if (fresh?.secret !== sealed || fresh.last_step >= step) return false;
      await rows.update(twoFactors, { user_id: user.id }, { last_step: step });
      return true;
    });
  }

  /** Turns the second factor off. Throws 409 where it is. */
  async turnOff(user: UserRow): Promise<void> {
    await this.#change(user, async (rows, known) => {
      demandOn(known);
      await rows.delete(twoFactors, { user_id: user.id });
      await rows.delete(recoveryCodes, { user_id: user.id });
      await rows.update(users, { id: user.id }, { two_factor_enabled: false });
    });
  }

  /** Gives the person new recovery codes; the old ones are worth nothing any more. Throws 409 where it's off. */
  async replaceCodes(user: UserRow): Promise<string[]> {
    const codes = await newRecoveryCodes(this.#hasher, this.#random);
    await this.#change(user, async (rows, known) => {
      demandOn(known);
      await keepRecoveryCodes(rows, user.id, codes, () => this.#newId(user.organization_id));
    });
    return codes.shown;
  }

  #change<Result>(user: UserRow, work: (rows: Rows, known: TwoFactorRow | undefined) => Promise<Result>) {
    return this.#store.transaction(`user:${user.id}`, async (rows) => work(rows, await rows.get(twoFactors, user.id)));
  }
}

/** A clock that was set back makes no set-up last longer. */
function isPending({ pending_since: since }: TwoFactorRow, now: number) {
  return since !== null && Math.abs(now - Date.parse(since)) < setUpTime;
}

function demandOn(known: TwoFactorRow | undefined) {
  if (known?.secret == null) throw conflict('Two-factor authentication is off');
}

function alreadyOn() {
  return conflict('Two-factor authentication is on');
}

function nothingBegun() {
  return conflict('No set-up was begun');
}

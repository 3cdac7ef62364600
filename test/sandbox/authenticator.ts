import { Secret, TOTP } from 'otpauth';
import type { Account, Api, TestWorkspace } from './api.js';

/** Milliseconds for which the app shows a code. */
export const step = 30_000;

/** An authenticator app, which shares no code with the server. */
export class Authenticator {
  readonly #totp: TOTP;

  constructor(secret: string) {
    this.#totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
  }

  /** The code at a time of the server's clock (epoch milliseconds). */
  at(now: number): string {
    return this.#totp.generate({ timestamp: now });
  }
}

/** The clock of a workspace, set to the middle of a step, so that no step ends during a check. */
export class StepClock {
  readonly #api: Api;
  readonly #organizationId: string;
  #offset: number;

  private constructor(api: Api, organizationId: string) {
    this.#api = api;
    this.#organizationId = organizationId;
    this.#offset = step / 2 - (Date.now() % step);
  }

  static async of(api: Api, { id }: TestWorkspace): Promise<StepClock> {
    const clock = new StepClock(api, id);
    await clock.advance(0);
    return clock;
  }

  /** The time of the workspace's clock, in epoch milliseconds. */
  get now(): number {
    return Date.now() + this.#offset;
  }

  async advance(milliseconds: number): Promise<void> {
    this.#offset += milliseconds;
    await this.#api.setClock(this.#organizationId, this.#offset);
  }
}

/** A user with two-factor authentication. */
export interface Enrolled {
  clock: StepClock;
  app: Authenticator;
  recoveryCodes: string[];
}

/** Enables a user's two-factor authentication. The code cannot be used again, so the clock advances by a step. */
export async function enrol(api: Api, workspace: TestWorkspace, account: Account): Promise<Enrolled> {
  const clock = await StepClock.of(api, workspace);
  const as = { token: account.access_token };
  const { body: begun } = await api.post('/api/v1/auth/2fa/setup', { password: account.password }, as);
  const app = new Authenticator(begun.data.secret);
  const { status, body } = await api.post('/api/v1/auth/2fa/verify', { code: app.at(clock.now) }, as);
  if (status !== 200) throw new Error(`Not enrolled: ${status} ${JSON.stringify(body)}`);
  await clock.advance(step);
  return { clock, app, recoveryCodes: body.data.recovery_codes };
}

/** Starts a sign-in with two-factor authentication; resolves to the challenge token. */
export async function challengeOf(api: Api, { email, password }: Account): Promise<string> {
  const { status, body } = await api.post('/api/v1/auth/login', { email, password });
  if (status !== 200 || !body.data.two_factor_required) throw new Error(`Not asked: ${status} ${JSON.stringify(body)}`);
  return body.data.challenge_token;
}

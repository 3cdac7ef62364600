import { Secret, TOTP } from 'otpauth';
import type { Account, Api, TestWorkspace } from './api.js';

/** Milliseconds that a code is shown for. */
export const step = 30_000;

/** An authenticator app: a program that has nothing in common with the server. */
export class Authenticator {
  readonly #totp: TOTP;

  constructor(secret: string) {
    this.#totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
  }

  /** The code it shows when the server's clock says so. */
  at(now: number): string {
    return this.#totp.generate({ timestamp: now });
  }
}

/** The clock of a workspace, held in the middle of a step so that none ends while a test looks at it. */
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

  /** Its time. */
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

/** Turns a user's two-factor authentication on. The code is used up by that, so the clock moves on by a step. */
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

/** Begins a sign-in that asks for a second factor; answers the challenge's token. */
export async function challengeOf(api: Api, { email, password }: Account): Promise<string> {
  const { status, body } = await api.post('/api/v1/auth/login', { email, password });
  if (status !== 200 || !body.data.two_factor_required) throw new Error(`Not asked: ${status} ${JSON.stringify(body)}`);
  return body.data.challenge_token;
}

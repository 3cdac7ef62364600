import { AgniError } from '../client/error.js';
import type { Endpoint, Input, Reply } from '../contract/endpoint.js';
import type { TwoFactor } from '../contract/two-factor.js';
import {
  disableTwoFactor,
  replaceRecoveryCodes,
  setUpTwoFactor,
  verifyTwoFactor,
} from '../contract/two-factor-change.js';
import type { ApiSession } from './api-session.js';
import { twoFactorResource } from './two-factor.js';

/** What an authenticator app is told; shown once. */
export type TwoFactorSetup = Reply<typeof setUpTwoFactor>;

type Body<E extends Endpoint> = Input<E>['body'];

/** Begins the set-up. One that was begun before no longer counts. */
export function beginTwoFactor(session: ApiSession, body: Body<typeof setUpTwoFactor>): Promise<TwoFactorSetup> {
  return findingOut(session, () => session.client.call(setUpTwoFactor, { body }));
}

/** Ends the set-up; answers the recovery codes, which nobody can ask for again. */
export async function finishTwoFactor(
  session: ApiSession,
  body: Body<typeof verifyTwoFactor>,
): Promise<readonly string[]> {
  const { recovery_codes: codes } = await findingOut(session, () => session.client.call(verifyTwoFactor, { body }));
  become(session, { enabled: true, method: 'totp', recovery_codes_remaining: codes.length });
  return codes;
}

/** Replaces all recovery codes by the ones it answers, which nobody can ask for again. */
export async function replaceCodes(
  session: ApiSession,
  body: Body<typeof replaceRecoveryCodes>,
): Promise<readonly string[]> {
  const { recovery_codes: codes } = await findingOut(session, () =>
    session.client.call(replaceRecoveryCodes, { body }),
  );
  const { state } = session.use(twoFactorResource).current;
  if (state.status === 'ready') become(session, { ...state.value, recovery_codes_remaining: codes.length });
  return codes;
}

/** Turns it off. Off already is as good as off now, also where only the answer was lost. */
export async function endTwoFactor(session: ApiSession, body: Body<typeof disableTwoFactor>): Promise<void> {
  const { current } = session.use(twoFactorResource);
  try {
    await findingOut(session, () => session.client.call(disableTwoFactor, { body }));
  } catch (error) {
    const { state } = current;
    const isOff = state.status === 'ready' && !state.error && !state.value.enabled;
    const isKnown = error instanceof AgniError && (error.isAnswerLost || error.status === 409);
    if (!isKnown || !isOff) throw error;
  }
  become(session, { enabled: false });
}

/** Known for certain, whether or not it can be read again; who is signed in is shown elsewhere with it. */
function become(session: ApiSession, state: TwoFactor): void {
  const { current } = session.use(twoFactorResource);
  current.set(state);
  void current.load();
  void session.me.load();
}

/** Writes, and where the answer was lost or something else stood in the way, looks at what is true now. */
async function findingOut<Result>(session: ApiSession, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof AgniError && (error.isAnswerLost || error.status === 409)) {
      await session.use(twoFactorResource).current.load();
    }
    throw error;
  }
}

import { AgniError } from '../client/error.js';
import type { Endpoint, Input, Reply } from '../contract/endpoint.js';
import {
  disableTwoFactor,
  replaceRecoveryCodes,
  setUpTwoFactor,
  type TwoFactor,
  verifyTwoFactor,
} from '../contract/two-factor.js';
import { twoFactorResource } from './two-factor.js';
import type { Workspace } from './workspace.js';

/** What an authenticator app is told; shown once. */
export type TwoFactorSetup = Reply<typeof setUpTwoFactor>;

type Body<E extends Endpoint> = Input<E>['body'];

/** Begins the set-up. One that was begun before no longer counts. */
export function beginTwoFactor(workspace: Workspace, body: Body<typeof setUpTwoFactor>): Promise<TwoFactorSetup> {
  return findingOut(workspace, () => workspace.client.call(setUpTwoFactor, { body }));
}

/** Ends the set-up; answers the recovery codes, which nobody can ask for again. */
export async function finishTwoFactor(
  workspace: Workspace,
  body: Body<typeof verifyTwoFactor>,
): Promise<readonly string[]> {
  const { recovery_codes: codes } = await findingOut(workspace, () => workspace.client.call(verifyTwoFactor, { body }));
  become(workspace, { enabled: true, method: 'totp', recovery_codes_remaining: codes.length });
  return codes;
}

/** Replaces all recovery codes by the ones it answers, which nobody can ask for again. */
export async function replaceCodes(
  workspace: Workspace,
  body: Body<typeof replaceRecoveryCodes>,
): Promise<readonly string[]> {
  const { recovery_codes: codes } = await findingOut(workspace, () =>
    workspace.client.call(replaceRecoveryCodes, { body }),
  );
  const { state } = workspace.use(twoFactorResource).current;
  if (state.status === 'ready') become(workspace, { ...state.value, recovery_codes_remaining: codes.length });
  return codes;
}

/** Turns it off. Off already is as good as off now, also where only the answer was lost. */
export async function endTwoFactor(workspace: Workspace, body: Body<typeof disableTwoFactor>): Promise<void> {
  const { current } = workspace.use(twoFactorResource);
  try {
    await findingOut(workspace, () => workspace.client.call(disableTwoFactor, { body }));
  } catch (error) {
    const { state } = current;
    const isOff = state.status === 'ready' && !state.error && !state.value.enabled;
    const isKnown = error instanceof AgniError && (error.isAnswerLost || error.status === 409);
    if (!isKnown || !isOff) throw error;
  }
  become(workspace, { enabled: false });
}

/** Known for certain, whether or not it can be read again; who is signed in is shown elsewhere with it. */
function become(workspace: Workspace, state: TwoFactor): void {
  const { current } = workspace.use(twoFactorResource);
  current.set(state);
  void current.load();
  void workspace.me.load();
}

/** Writes, and where the answer was lost or something else stood in the way, looks at what is true now. */
async function findingOut<Result>(workspace: Workspace, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof AgniError && (error.isAnswerLost || error.status === 409)) {
      await workspace.use(twoFactorResource).current.load();
    }
    throw error;
  }
}

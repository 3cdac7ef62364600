import type { Endpoint, Input, Reply } from '../contract/endpoint.js';
import * as endpoints from '../contract/two-factor-change.js';
import type { ApiSession } from './api-session.js';
import { mutate } from './mutation.js';
import { twoFactorResource } from './two-factor.js';

/** The data for an authenticator app; shown once. */
export type TwoFactorSetup = Reply<typeof endpoints.setUpTwoFactor>;

type Body<E extends Endpoint> = Input<E>['body'];

/** Starts the setup. A setup that was started before becomes invalid. */
export function setUpTwoFactor(
  session: ApiSession,
  body: Body<typeof endpoints.setUpTwoFactor>,
): Promise<TwoFactorSetup> {
  const { current } = session.use(twoFactorResource);
  return mutate({
    resource: current,
    write: () => session.client.call(endpoints.setUpTwoFactor, { body }),
    apply: () => current.update((state) => ({ ...state, pending: true })),
  });
}

/** Completes the setup; resolves with the recovery codes, which can't be read again. */
export async function verifyTwoFactor(
  session: ApiSession,
  body: Body<typeof endpoints.verifyTwoFactor>,
): Promise<readonly string[]> {
  const { current } = session.use(twoFactorResource);
  const { recovery_codes } = await mutate({
    resource: current,
    write: () => session.client.call(endpoints.verifyTwoFactor, { body }),
    affects: () => session.invalidate(), // the signed-in user and the list of users have the state too
    apply: ({ recovery_codes: codes }) => {
      current.set({ enabled: true, method: 'totp', recovery_codes_remaining: codes.length });
      current.invalidate();
    },
  });
  return recovery_codes;
}

/** Replaces all recovery codes; resolves with the new ones, which can't be read again. */
export async function replaceRecoveryCodes(
  session: ApiSession,
  body: Body<typeof endpoints.replaceRecoveryCodes>,
): Promise<readonly string[]> {
  const { current } = session.use(twoFactorResource);
  const { recovery_codes } = await mutate({
    resource: current,
    write: () => session.client.call(endpoints.replaceRecoveryCodes, { body }),
    apply: ({ recovery_codes: codes }) => {
      current.update((state) => ({ ...state, recovery_codes_remaining: codes.length }));
      current.invalidate();
    },
  });
  return recovery_codes;
}

/** Turns two-factor authentication off. A 409 is a success if it was off already. */
export async function disableTwoFactor(
  session: ApiSession,
  body: Body<typeof endpoints.disableTwoFactor>,
): Promise<void> {
  const { current } = session.use(twoFactorResource);
  await mutate({
    resource: current,
    write: () => session.client.call(endpoints.disableTwoFactor, { body }),
    confirm: ({ enabled }) => (enabled ? undefined : null),
    confirmStatuses: [409],
    affects: () => session.invalidate(),
    apply: () => {
      current.set({ enabled: false });
      current.invalidate();
    },
  });
}

import type { Endpoint, Input, Reply } from '../contract/endpoint.js';
import * as endpoints from '../contract/two-factor-change.js';
import type { ApiSession } from './api-session.js';
import { mutate } from './mutation.js';
import { twoFactorResource } from './two-factor.js';

/** What an authenticator app is told; shown once. */
export type TwoFactorSetup = Reply<typeof endpoints.setUpTwoFactor>;

type Body<E extends Endpoint> = Input<E>['body'];

/** Begins the setup. One that was begun before no longer counts. */
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

/** Turns two-factor authentication off. A 409 for one that is off already is a success. */
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

import { getTwoFactor } from '../../contract/two-factor.js';
import {
  disableTwoFactor,
  replaceRecoveryCodes,
  setUpTwoFactor,
  verifyTwoFactor,
} from '../../contract/two-factor-change.js';
import { conflict, invalidCode } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { countedFor, demandPassword, type OwnRequest } from './password-check.js';
import type { Factor } from './second-factors.js';

/** The signed-in person's second factor. */
export function twoFactorRoutes(route: Route, services: Services): void {
  const { secondFactors, attempts } = services;

  const log = (event: string, { caller, context }: OwnRequest, more: object = {}) =>
    services.log({ event, requestId: context.get('requestId'), userId: caller.user.id, ...more });

  const demandOn = ({ caller }: OwnRequest) => {
    if (!caller.user.two_factor_enabled) throw conflict('Two-factor authentication is off');
  };

  /** Uses a factor up. Throws 422 INVALID_CODE, and 429 after too many attempts. */
  const demandFactor = (request: OwnRequest, factor: Factor) =>
    attempts.guard('code', countedFor(request, services), async () => {
      const isRight = await secondFactors.use(request.caller.user, factor, request.now.getTime());
      if (!isRight) throw invalidCode();
    });

  route(getTwoFactor, ({ caller, now }) => secondFactors.stateOf(caller.user, now.getTime()));

  route(setUpTwoFactor, async ({ body, ...request }) => {
    if (request.caller.user.two_factor_enabled) throw conflict('Two-factor authentication is on');
    await demandPassword(request, body.password, 'password', services);
    return secondFactors.begin(request.caller.user, request.now.getTime());
  });

  route(verifyTwoFactor, async ({ body, ...request }) => {
    const { caller, now } = request;
    const recovery_codes = await attempts.guard('code', countedFor(request, services), () =>
      secondFactors.confirm(caller.user, body.code, now.getTime()),
    );
    log('two_factor_on', request);
    return { enabled: true, recovery_codes };
  });

  route(disableTwoFactor, async ({ body: { password, ...factor }, ...request }) => {
    demandOn(request);
    await demandPassword(request, password, 'password', services);
    await demandFactor(request, factor);
    await secondFactors.turnOff(request.caller.user);
    log('two_factor_off', request, { by: factor.code === undefined ? 'recovery_code' : 'totp' });
  });

  route(replaceRecoveryCodes, async ({ body: { password, code }, ...request }) => {
    demandOn(request);
    await demandPassword(request, password, 'password', services);
    await demandFactor(request, { code });
    const recovery_codes = await secondFactors.replaceCodes(request.caller.user);
    log('recovery_codes_replaced', request);
    return { recovery_codes };
  });
}

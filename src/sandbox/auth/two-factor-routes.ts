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
import { attemptKeys, requirePassword, type UserRequest } from './require-password.js';
import type { Factor } from './two-factor-service.js';

/** Two-factor authentication of the signed-in user. */
export function twoFactorRoutes(route: Route, services: Services): void {
  const { twoFactor, attemptLimiter, notices } = services;

  const log = (event: string, { caller, context }: UserRequest, more: object = {}) =>
    services.log({ event, requestId: context.get('requestId'), userId: caller.user.id, ...more });

  /** Checks password and second factor. Throws 401 INVALID_CREDENTIALS, 409, 422 INVALID_CODE, and 429. */
  const requireBoth = async (request: UserRequest, password: string, factor: Factor) => {
    if (!request.caller.user.two_factor_enabled) throw conflict('Two-factor authentication is off.');
    await requirePassword(request, password, 'password', services);
    await attemptLimiter.guard('code', attemptKeys(request, services), async () => {
      const isValid = await twoFactor.consumeFactor(request.caller.user, factor, request.now.getTime());
      if (!isValid) throw invalidCode();
    });
  };

  route(getTwoFactor, ({ caller, now }) => twoFactor.status(caller.user, now.getTime()));

  route(setUpTwoFactor, async ({ body, ...request }) => {
    if (request.caller.user.two_factor_enabled) throw conflict('Two-factor authentication is already on.');
    await requirePassword(request, body.password, 'password', services);
    return twoFactor.setUp(request.caller.user, request.now.getTime());
  });

  route(verifyTwoFactor, async ({ body, ...request }) => {
    const { caller, now } = request;
    const recovery_codes = await attemptLimiter.guard('code', attemptKeys(request, services), () =>
      twoFactor.verify(caller.user, body.code, now.getTime()),
    );
    log('two_factor_on', request);
    await notices.send('noticeTwoFactorOn', request);
    return { enabled: true, recovery_codes };
  });

  route(disableTwoFactor, async ({ body: { password, ...factor }, ...request }) => {
    await requireBoth(request, password, factor);
    await twoFactor.disable(request.caller.user);
    log('two_factor_off', request, { by: factor.code === undefined ? 'recovery_code' : 'totp' });
    await notices.send('noticeTwoFactorOff', request);
  });

  route(replaceRecoveryCodes, async ({ body: { password, code }, ...request }) => {
    await requireBoth(request, password, { code });
    const recovery_codes = await twoFactor.replaceRecoveryCodes(request.caller.user);
    log('recovery_codes_replaced', request);
    await notices.send('noticeRecoveryCodes', request);
    return { recovery_codes };
  });
}

import { getTwoFactor } from '../contract/two-factor.js';
import type { ApiSession } from './api-session.js';

/** State of the signed-in user's two-factor authentication. */
export function twoFactorResource(session: ApiSession) {
  return { current: session.resource((call) => session.client.call(getTwoFactor, {}, call)) };
}

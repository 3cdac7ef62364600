import { getTwoFactor } from '../contract/two-factor.js';
import type { ApiSession } from './api-session.js';

/** How two-factor authentication stands. Changing it is in a module of its own, for those who do. */
export function twoFactorResource(session: ApiSession) {
  return { current: session.resource((call) => session.client.call(getTwoFactor, {}, call)) };
}

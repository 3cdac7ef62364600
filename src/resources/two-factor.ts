import { getTwoFactor } from '../contract/two-factor.js';
import type { Workspace } from './workspace.js';

/** How two-factor authentication stands. Changing it is in a module of its own, for those who do. */
export function twoFactorResource(workspace: Workspace) {
  return { current: workspace.resource((call) => workspace.client.call(getTwoFactor, {}, call)) };
}

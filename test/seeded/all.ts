import { defects as account } from './account.js';
import { defects as apiKeys } from './api-keys.js';
import { defects as base } from './base.js';
import { defects as build } from './build.js';
import { defects as client } from './client.js';
import type { Defect } from './defect.js';
import { defects as dialogs } from './dialogs.js';
import { defects as hub } from './hub.js';
import { defects as integrations } from './integrations.js';
import { defects as inviteUser } from './invite-user.js';
import { defects as mended } from './mended.js';
import { defects as resources } from './resources.js';
import { defects as twoFactor } from './two-factor.js';
import { defects as ui } from './ui.js';
import { defects as users } from './users.js';

/** Every defect that is seeded. */
export const defects: readonly Defect[] = [
  ...build,
  ...client,
  ...resources,
  ...base,
  ...ui,
  ...dialogs,
  ...account,
  ...twoFactor,
  ...hub,
  ...apiKeys,
  ...inviteUser,
  ...users,
  ...integrations,
  ...mended,
];

import { defects as base } from './base.js';
import { defects as build } from './build.js';
import { defects as client } from './client.js';
import type { Defect } from './defect.js';

import { defects as integrations } from './integrations.js';
import { defects as mended } from './mended.js';
import { defects as panes } from './panes.js';
import { defects as resources } from './resources.js';
import { defects as ui } from './ui.js';

/** Every defect that is seeded. */
export const defects: readonly Defect[] = [
  ...build,
  ...client,
  ...resources,
  ...base,
  ...ui,
  ...panes,
  ...integrations,
  ...mended,
];

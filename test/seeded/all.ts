import { defects as build } from './build.js';
import type { Defect } from './defect.js';
import { defects as ui } from './ui.js';

/** Every defect that is seeded. */
export const defects: readonly Defect[] = [...build, ...ui];

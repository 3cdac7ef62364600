import { Hono } from 'hono';
import type { Lab } from './lab.js';
import type { Variables } from './route.js';
import type { Services } from './services.js';

export function controlRoutes(_services: Services, _lab: Lab) {
  return new Hono<{ Variables: Variables }>();
}

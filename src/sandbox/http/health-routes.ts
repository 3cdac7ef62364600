import { getHealth, getReadiness } from '../../contract/health.js';
import type { Services } from '../services.js';
import type { Route } from './route.js';

/** Whether the process lives, and whether it can work. */
export function healthRoutes(route: Route, { store }: Services): void {
  route(getHealth, async () => ({ status: 'ok' }));

  route(getReadiness, async () => {
    await store.check();
    return { status: 'ready' };
  });
}

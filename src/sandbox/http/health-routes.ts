import { getHealth, getReadiness } from '../../contract/health.js';
import type { Services } from '../services.js';
import type { Route } from './route.js';

/** Health probe (the process runs) and readiness probe (the database answers). */
export function healthRoutes(route: Route, { store }: Services): void {
  route(getHealth, async () => ({ status: 'ok' }));

  route(getReadiness, async () => {
    await store.check();
    return { status: 'ready' };
  });
}

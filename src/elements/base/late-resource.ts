import { ResourceController } from '../../context/resource-controller.js';
import type { ApiSession } from '../../resources/api-session.js';
import type { Resource } from '../../resources/resource.js';
import type { ElementContext } from './pane-context.js';

/**
 * A resource controller for code that is loaded after its pane was connected. `select` is called before each render,
 * and returns `undefined` while there is nothing to read.
 */
export function lateResource<T>(
  { pane, session }: Pick<ElementContext, 'pane' | 'session'>,
  select: (session: ApiSession) => Resource<T> | undefined,
): ResourceController<T> {
  const controller = new ResourceController(pane, select);
  controller.onSessionChange(session());
  pane.addController({ hostUpdate: () => controller.update() });
  return controller;
}

import type { CallOptions, Client } from '../client/client.js';
import { AgniError } from '../client/error.js';
import { getCurrentUser, type User } from '../contract/me.js';
import { Resource } from './resource.js';

/** Makes the resources of one noun. Given to {@link Workspace.use}, so that only panes that name it carry its bytes. */
export type ResourceFactory<R> = (session: ApiSession) => R;

/**
 * Everything known of one workspace as one signed-in person sees it, shared by all panes that show it. Somebody else,
 * or another workspace, is another object: nothing of the former can be left over.
 */
export class ApiSession extends EventTarget {
  readonly client: Client;
  /** The signed-in person. */
  readonly me: Resource<User>;
  readonly #orgId: string | undefined;
  readonly #made = new Map<unknown, unknown>();
  /** Only what is on screen, so that what a pane had for itself goes with the pane. */
  readonly #shown = new Set<Resource<unknown>>();

  constructor(client: Client, orgId?: string) {
    super();
    this.client = client;
    this.#orgId = orgId;
    this.me = this.resource((call) => client.call(getCurrentUser, {}, call));
    let id: string | undefined;
    this.me.addEventListener('change', () => {
      const { state } = this.me;
      if (state.status !== 'ready') return;
      if (id !== undefined && id !== state.value.id) this.dispatchEvent(new Event('person-change'));
      id = state.value.id;
    });
  }

  /** The resources a factory makes, made once. */
  use<R>(factory: ResourceFactory<R>): R {
    if (!this.#made.has(factory)) this.#made.set(factory, factory(this));
    return this.#made.get(factory) as R;
  }

  /** A resource that reads again whenever the workspace as a whole does. */
  resource<T>(loader: (call: CallOptions) => Promise<T>): Resource<T> {
    return new Resource(loader, this.#shown);
  }

  /** Id of the organization: the host's, else the signed-in person's. */
  async organizationId(): Promise<string> {
    const id = this.#orgId ?? (await this.me.value()).organization_id;
    if (id) return id;
    throw new AgniError(
      { status: 0, code: 'NO_ORGANIZATION', message: '', details: undefined },
      { operation: getCurrentUser.name, host: '' },
    );
  }

  /** Reads everything on screen anew. */
  revalidate(): void {
    for (const resource of this.#shown) resource.revalidate();
  }

  /** As {@link revalidate}, after something that may change every answer. */
  reload(): void {
    for (const resource of this.#shown) resource.reload();
  }
}

import type { CallOptions, Client } from '../client/client.js';
import { clientError } from '../client/error.js';
import { getCurrentUser, type User } from '../contract/me.js';
import { Resource, type ResourceScope } from './resource.js';

/** Makes the resources of one noun. Given to {@link ApiSession.use}, so that only elements that name it load its code. */
export type ResourceFactory<R> = (session: ApiSession) => R;

/**
 * Everything known of one organization as one signed-in user sees it, shared by all elements that show it. Another user
 * or another organization is another `ApiSession`, so that no data of the former can be left over.
 */
export class ApiSession {
  readonly client: Client;
  /** The signed-in user. */
  readonly me: Resource<User>;
  readonly #orgId: string | undefined;
  readonly #made = new Map<unknown, unknown>();
  /** Holds only resources that are shown, so that those of a removed pane can be garbage-collected. */
  readonly #scope: ResourceScope = { subscribed: new Set(), epoch: 0 };

  constructor(client: Client, orgId?: string) {
    this.client = client;
    this.#orgId = orgId;
    this.me = this.resource((call) => client.call(getCurrentUser, {}, call));
  }

  /** The resources that a factory makes; made once per session. */
  use<R>(factory: ResourceFactory<R>): R {
    if (!this.#made.has(factory)) this.#made.set(factory, factory(this));
    return this.#made.get(factory) as R;
  }

  /** A resource that is invalidated together with all others of the session. */
  resource<T>(loader: (call: CallOptions) => Promise<T>): Resource<T> {
    return new Resource(loader, this.#scope);
  }

  /** Id of the organization: the host's, else the signed-in user's, who can't change it within a session. */
  async organizationId(): Promise<string> {
    const { state } = this.me;
    const id = this.#orgId ?? (state.status === 'ready' ? state.value : await this.me.value()).organization_id;
    if (id) return id;
    throw clientError('NO_ORGANIZATION', { operation: getCurrentUser.name, host: '' });
  }

  /**
   * {@link Resource.invalidate} for all resources of the session: after the page was away (`cancelRefetch: false`), and
   * after a change that may affect every answer.
   */
  invalidate(options?: { cancelRefetch?: boolean }): void {
    this.#scope.epoch++;
    for (const resource of this.#scope.subscribed) resource.invalidate(options);
  }

  /** Reads again what could not be read, whichever element shows it. */
  retry(): void {
    for (const resource of this.#scope.subscribed) if ('error' in resource.state) resource.invalidate();
  }
}

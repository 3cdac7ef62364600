import type { CallOptions, Client } from '../client/client.js';
import { clientError } from '../client/error.js';
import { getCurrentUser, type User } from '../contract/me.js';
import { Resource, type ResourceScope } from './resource.js';

/** Creates the resources of one noun. Passed to {@link ApiSession.use}, so only elements that use it load its code. */
export type ResourceFactory<R> = (session: ApiSession) => R;

/**
 * The data of one organization as one signed-in user sees them, shared by all elements. Another user or organization
 * gets another `ApiSession`, so that no data of the former one are left.
 */
export class ApiSession {
  readonly client: Client;
  /** The signed-in user. */
  readonly me: Resource<User>;
  readonly #orgId: string | undefined;
  readonly #made = new Map<unknown, unknown>();
  /** Contains only resources with subscribers, so that the resources of a removed pane can be garbage-collected. */
  readonly #scope: ResourceScope = { subscribed: new Set(), epoch: 0 };

  constructor(client: Client, orgId?: string) {
    this.client = client;
    this.#orgId = orgId;
    this.me = this.resource((call) => client.call(getCurrentUser, {}, call));
  }

  /** The resources of a factory, created once per session. */
  use<R>(factory: ResourceFactory<R>): R {
    if (!this.#made.has(factory)) this.#made.set(factory, factory(this));
    return this.#made.get(factory) as R;
  }

  /** A resource that is invalidated together with all others of the session. */
  resource<T>(loader: (call: CallOptions) => Promise<T>): Resource<T> {
    return new Resource(loader, this.#scope);
  }

  /** Id of the organization: the host's, else that of the signed-in user, which does not change within a session. */
  async organizationId(): Promise<string> {
    const { state } = this.me;
    const id = this.#orgId ?? (state.status === 'ready' ? state.value : await this.me.value()).organization_id;
    if (id) return id;
    throw clientError('NO_ORGANIZATION', { operation: getCurrentUser.name, host: '' });
  }

  /**
   * {@link Resource.invalidate} for all resources of the session: after the page was hidden (`cancelRefetch: false`),
   * and after a change that may affect every answer.
   */
  invalidate(options?: { cancelRefetch?: boolean }): void {
    this.#scope.epoch++;
    for (const resource of this.#scope.subscribed) resource.invalidate(options);
  }

  /** Refetches all resources that elements show and whose last read failed. */
  retry(): void {
    for (const resource of this.#scope.subscribed) if ('error' in resource.state) resource.invalidate();
  }
}

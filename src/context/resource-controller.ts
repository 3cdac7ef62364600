import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Resource, ResourceState } from '../resources/resource.js';
import type { Workspace } from '../resources/workspace.js';

/** Something of a pane that depends on the workspace the pane is in. */
export interface Follower {
  /** The pane is in another workspace now, or in none: whatever belongs to the former goes. */
  attach(workspace: Workspace | undefined): void;
  /** Nobody is signed in any more: whatever nobody else may see goes. */
  forget?(): void;
}

/** An element that tells its controllers which workspace it's in. */
export interface FollowedHost extends ReactiveControllerHost, EventTarget {
  follow(follower: Follower): void;
}

/**
 * Ties an element to one resource of whatever workspace it's in: loads it while the element is on the page and renders
 * the element when it changes. `select` may answer `undefined` for "not yet"; {@link update} has it asked again.
 */
export class ResourceController<T> implements ReactiveController, Follower {
  readonly #host: FollowedHost;
  readonly #select: (workspace: Workspace) => Resource<T> | undefined;
  #workspace: Workspace | undefined;
  #resource: Resource<T> | undefined;
  #unlisten: (() => void) | undefined;
  #isConnected = false;

  constructor(host: FollowedHost, select: (workspace: Workspace) => Resource<T> | undefined) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
    host.follow(this);
  }

  get state(): ResourceState<T> {
    return this.#resource?.state ?? { status: 'idle' };
  }

  /** The last known value. */
  get value(): T | undefined {
    const { state } = this;
    return state.status === 'ready' ? state.value : undefined;
  }

  /** Reads anew. */
  async load(): Promise<void> {
    await this.#resource?.load();
  }

  attach(workspace: Workspace | undefined): void {
    this.#workspace = workspace;
    this.update();
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#listen();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#unlisten?.();
    this.#unlisten = undefined;
  }

  /** Looks again at which resource is wanted. */
  update(): void {
    const wanted = this.#workspace && this.#select(this.#workspace);
    if (wanted === this.#resource) return;
    this.#unlisten?.();
    this.#unlisten = undefined;
    this.#resource = wanted;
    if (this.#isConnected) this.#listen();
    this.#host.requestUpdate();
  }

  #listen(): void {
    this.#unlisten ??= this.#resource?.listen(() => this.#host.requestUpdate());
  }
}

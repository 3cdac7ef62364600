/**
 * Gets an access token from the host (`first`), or a new one after a 401 (`expired`). In cookie mode there is no token:
 * `expired` renews the session, and both resolve to `undefined`.
 */
export type RequestToken = (reason: 'first' | 'expired') => Promise<string | undefined>;

/** The credential of a request; in cookie mode without a token. A higher `generation` is newer. */
export interface Credential {
  readonly generation: number;
  readonly token: string | undefined;
}

/**
 * The credential of one signed-in user, shared by all clients of the page that act for this user. If several requests
 * are refused with a 401, only one new token is requested.
 */
export class SignIn {
  #current: Credential | undefined;
  #generation = 0;
  #pending: Promise<Credential> | undefined;
  #failure: { readonly error: unknown } | undefined;
  readonly #clients = new Set<object>();

  /** Adds a client that uses the credential. */
  join(client: object): void {
    this.#clients.add(client);
  }

  /** Removes a client. The last one to leave drops the token. */
  leave(client: object): void {
    if (this.#clients.delete(client) && this.#clients.size === 0) this.#drop();
  }

  /** The newest credential. Requests the first one if there is none. Rejects as `requestToken` does. */
  async credential(requestToken: RequestToken): Promise<Credential> {
    return this.#current ?? this.#request(requestToken, 'first');
  }

  /**
   * A newer credential than the refused one. Rejects as `requestToken` does. All requests that were refused with this
   * credential get the same rejection, even if their 401 arrives after the renewal failed.
   */
  async renew(refused: Credential, requestToken: RequestToken): Promise<Credential> {
    if (this.#current && this.#current.generation > refused.generation) return this.#current;
    if (this.#failure) throw this.#failure.error; // newer than `refused`: a success clears it
    return this.#request(requestToken, 'expired');
  }

  #drop(): void {
    this.#current = undefined;
    this.#pending = undefined;
    this.#failure = undefined;
    this.#generation++;
  }

  #request(requestToken: RequestToken, reason: 'first' | 'expired'): Promise<Credential> {
    if (this.#pending) return this.#pending;
    this.#current = undefined;
    const generation = ++this.#generation;
    const settle = (outcome: { credential: Credential } | { error: unknown }) => {
      if (generation !== this.#generation) return; // dropped meanwhile
      this.#pending = undefined;
      this.#current = 'credential' in outcome ? outcome.credential : undefined;
      this.#failure = 'error' in outcome ? outcome : undefined;
    };
    this.#pending = requestToken(reason).then(
      (token) => {
        const credential = { generation, token };
        settle({ credential });
        return credential;
      },
      (error: unknown) => {
        settle({ error });
        throw error;
      },
    );
    return this.#pending;
  }
}

/**
 * The sign-in registered under `holder` and `name`, created on first use. Two copies of the kit on one page get the
 * same object. Raise the number in the symbol whenever {@link SignIn} changes incompatibly.
 */
export function sharedSignIn(holder: object, name: string): SignIn {
  const registry = globalThis as { [sharedAt]?: WeakMap<object, Map<string, SignIn>> };
  registry[sharedAt] ??= new WeakMap();
  const byName = registry[sharedAt].get(holder) ?? new Map<string, SignIn>();
  registry[sharedAt].set(holder, byName);
  const signIn = byName.get(name) ?? new SignIn();
  byName.set(name, signIn);
  return signIn;
}

const sharedAt: unique symbol = Symbol.for('agni-settings.sign-in.2') as never;

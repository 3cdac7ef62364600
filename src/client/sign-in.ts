/** Asks whoever has them for a new access token; with cookies there is none to hand over, only a renewed session. */
export type Ask = (reason: 'first' | 'expired') => Promise<string | undefined>;

/** What a request is sent with. A higher `generation` is a newer token. */
export interface Credential {
  readonly generation: number;
  readonly token: string | undefined;
}

/**
 * One person's sign-in, shared by all clients of the page that speak for that person. However many requests are
 * refused at once, one new token is asked for.
 */
export class SignIn {
  #current: Credential | undefined;
  #generation = 0;
  #asking: Promise<Credential> | undefined;

  /** The newest credential; the first caller makes it be asked for. */
  async credential(ask: Ask): Promise<Credential> {
    return this.#current ?? this.#ask(ask, 'first');
  }

  /** A newer credential than the refused one. Rejects as `ask` does. */
  async renew(refused: Credential, ask: Ask): Promise<Credential> {
    // Somebody else's request was refused earlier and has brought a newer one since.
    if (this.#current && this.#current.generation > refused.generation) return this.#current;
    return this.#ask(ask, 'expired');
  }

  /** Lets the token go, for instance because somebody else signs in. */
  forget(): void {
    this.#current = undefined;
    this.#asking = undefined;
    this.#generation++;
  }

  #ask(ask: Ask, reason: 'first' | 'expired'): Promise<Credential> {
    if (this.#asking) return this.#asking;
    this.#current = undefined;
    const generation = ++this.#generation;
    const settle = (credential?: Credential) => {
      if (generation !== this.#generation) return; // forgotten meanwhile
      this.#current = credential;
      this.#asking = undefined;
    };
    const asking = ask(reason).then(
      (token) => {
        settle({ generation, token });
        return { generation, token };
      },
      (error) => {
        settle();
        throw error;
      },
    );
    this.#asking = asking;
    return asking;
  }
}

/**
 * The sign-in that `holder` stands for under a name. Two copies of the kit on one page find the same one here; the
 * symbol's number changes if {@link SignIn} ever does incompatibly.
 */
export function sharedSignIn(holder: object, name: string): SignIn {
  const place = globalThis as { [sharedAt]?: WeakMap<object, Map<string, SignIn>> };
  place[sharedAt] ??= new WeakMap();
  const names = place[sharedAt].get(holder) ?? new Map<string, SignIn>();
  place[sharedAt].set(holder, names);
  const signIn = names.get(name) ?? new SignIn();
  names.set(name, signIn);
  return signIn;
}

const sharedAt: unique symbol = Symbol.for('agni-settings.sign-in.1') as never;

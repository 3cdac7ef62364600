import { AgniError, type Client, createClient } from 'agni-settings';
import {
  answerTwoFactorChallenge,
  getCurrentUser,
  login,
  logout,
  refreshSession,
  type SessionResult,
  secondFactorOf,
  type User,
} from 'agni-settings/contract';

/** A sign-in as far as it goes without a token. */
const anonymous = createClient({ baseUrl: '/' });

/**
 * Where the id of the signed-in person is kept, for other tabs and the next visit. It's no credential: it spares a
 * visitor who never signed in a renewal that must be refused, and tells tabs of one person from those of another.
 */
const personKept = 'agni-person';

/** Why there is no session any more: signed out on purpose, or it came to its end by itself. */
export type SessionEnd = 'signed-out' | 'lapsed';

/**
 * Who is signed in to the product. The access token lives here, in memory, and nowhere else; what renews it is a
 * cookie that no script can read.
 */
export class Session {
  #token: string | undefined;
  #renewing: Promise<string> | undefined;
  #current: { user: User; client: Client } | undefined;
  readonly #began: (user: User, mustChangePassword: boolean) => void;
  readonly #ended: (how: SessionEnd) => void;

  /** `began` and `ended` are told of every change, whoever brought it about. */
  constructor(began: (user: User, mustChangePassword: boolean) => void, ended: (how: SessionEnd) => void) {
    this.#began = began;
    this.#ended = ended;
    window.addEventListener('storage', this.#followOtherTabs);
  }

  /** The product's own way to the API. Throws an `Error` while nobody is signed in. */
  get client(): Client {
    if (!this.#current) throw new Error('Nobody is signed in');
    return this.#current.client;
  }

  /** Goes on with the session this browser had, if any. Throws an `AgniError` if that couldn't be found out. */
  async restore(): Promise<void> {
    if (localStorage.getItem(personKept) === null) return this.end('signed-out');
    try {
      this.#token = (await anonymous.call(refreshSession, { body: {} })).access_token;
      this.#begin(await this.#whoAmI());
    } catch (error) {
      if (error instanceof AgniError && error.status === 401) localStorage.removeItem(personKept);
      this.end('lapsed');
      throw error;
    }
  }

  /** Signs in. Answers a challenge token where the server asks for a second factor. Throws an `AgniError`. */
  async signIn(email: string, password: string): Promise<string | undefined> {
    const reply = await anonymous.call(login, { body: { email, password } });
    if ('challenge_token' in reply) return reply.challenge_token;
    await this.#accept(reply);
    return undefined;
  }

  /** Finishes a sign-in by a code of six digits or a recovery code. Throws an `AgniError`. */
  async verify(challenge: string, typed: string): Promise<void> {
    const body = { challenge_token: challenge, ...secondFactorOf(typed) };
    await this.#accept(await anonymous.call(answerTwoFactorChallenge, { body }));
  }

  /** Signs out, here and at the server. Throws an `AgniError` if the server couldn't be told: then nothing changes. */
  async signOut(): Promise<void> {
    await this.client.call(logout, {});
    this.end('signed-out');
  }

  /** Lets go of the session. */
  end(how: SessionEnd): void {
    this.#token = undefined;
    this.#current?.client.close();
    this.#current = undefined;
    if (how === 'signed-out') localStorage.removeItem(personKept);
    this.#ended(how);
  }

  /** What the kit asks for tokens: the one in hand, or after a refusal a new one. */
  readonly getToken = ({ reason }: { reason: 'first' | 'expired' }): string | Promise<string> => {
    if (reason === 'first' && this.#token) return this.#token;
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  };

  async #renew(): Promise<string> {
    const person = this.#current?.user.id;
    if (person === undefined) throw new Error('Nobody is signed in');
    const { access_token } = await anonymous.call(refreshSession, { body: {} });
    // The cookie is the whole browser's: in another tab somebody else may have signed in.
    if (person !== localStorage.getItem(personKept)) throw new Error('This session is over');
    this.#token = access_token;
    return access_token;
  }

  async #accept(result: SessionResult): Promise<void> {
    this.#token = result.access_token;
    this.#begin(result.user ?? (await this.#whoAmI()), result.must_change_password);
  }

  async #whoAmI(): Promise<User> {
    const client = createClient({ baseUrl: '/', getToken: this.getToken });
    try {
      return await client.call(getCurrentUser, {});
    } finally {
      client.close(); // else its token would be found again for whoever signs in next
    }
  }

  #begin(user: User, mustChangePassword = user.must_change_password ?? false): void {
    // The same key as the provider's, so that the product and the panes renew one token, not two.
    const client = createClient({ baseUrl: '/', authMode: 'bearer', userKey: user.id, getToken: this.getToken });
    this.#current = { user, client };
    localStorage.setItem(personKept, user.id);
    this.#began(user, mustChangePassword);
  }

  readonly #followOtherTabs = ({ key, newValue }: StorageEvent): void => {
    if (key !== personKept && key !== null) return;
    if (newValue === this.#current?.user.id) return;
    if (newValue === null) this.end('signed-out');
    else location.reload(); // somebody else, or somebody at last: begin from what the cookie says
  };
}

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

/** For sign-in and refresh, which need no token. */
const anonymous = createClient({ baseUrl: '/' });

/**
 * Storage key of the signed-in user's id, for other tabs and the next visit. The id is not a credential: it avoids a
 * refresh that must fail for a new visitor, and distinguishes tabs of different users.
 */
const userIdKey = 'agni-user';

/** Why a session ended: the user signed out, or it expired. */
export type SessionEnd = 'signed-out' | 'expired';

/**
 * The session of the product. The access token is in memory only; the refresh token is in a cookie that scripts cannot
 * read.
 */
export class Session {
  #token: string | undefined;
  #refreshing: Promise<string> | undefined;
  #current: { user: User; client: Client } | undefined;
  readonly #onStart: (user: User, mustChangePassword: boolean) => void;
  readonly #onEnd: (how: SessionEnd) => void;

  /** `onStart` and `onEnd` are called at every change, including a sign-out in another tab. */
  constructor(onStart: (user: User, mustChangePassword: boolean) => void, onEnd: (how: SessionEnd) => void) {
    this.#onStart = onStart;
    this.#onEnd = onEnd;
    window.addEventListener('storage', this.#followOtherTabs);
  }

  /** The product's API client. Throws an `Error` while signed out. */
  get client(): Client {
    if (!this.#current) throw new Error('Not signed in');
    return this.#current.client;
  }

  /** Restores the browser's session, if it has one. Throws an `AgniError`. */
  async restore(): Promise<void> {
    if (localStorage.getItem(userIdKey) === null) return this.end('signed-out');
    try {
      this.#token = (await anonymous.call(refreshSession, { body: {} })).access_token;
      this.#start(await this.#loadUser());
    } catch (error) {
      if (error instanceof AgniError && error.status === 401) localStorage.removeItem(userIdKey);
      this.end('expired');
      throw error;
    }
  }

  /** Signs in. Returns a challenge token if a second factor is needed. Throws an `AgniError`. */
  async signIn(email: string, password: string): Promise<string | undefined> {
    const reply = await anonymous.call(login, { body: { email, password } });
    if ('challenge_token' in reply) return reply.challenge_token;
    await this.#accept(reply);
    return undefined;
  }

  /** Answers the challenge with a one-time code or a recovery code. Throws an `AgniError`. */
  async verify(challenge: string, typed: string): Promise<void> {
    const body = { challenge_token: challenge, ...secondFactorOf(typed) };
    await this.#accept(await anonymous.call(answerTwoFactorChallenge, { body }));
  }

  /** Signs out, here and on the server. Throws an `AgniError`, and stays signed in, if the request fails. */
  async signOut(): Promise<void> {
    await this.client.call(logout, {});
    this.end('signed-out');
  }

  /** Ends the session in this tab. */
  end(how: SessionEnd): void {
    this.#token = undefined;
    this.#current?.client.close();
    this.#current = undefined;
    if (how === 'signed-out') localStorage.removeItem(userIdKey);
    this.#onEnd(how);
  }

  /** The provider's `getToken`: the current access token, or a new one after a 401. */
  readonly getToken = ({ reason }: { reason: 'first' | 'expired' }): string | Promise<string> => {
    if (reason === 'first' && this.#token) return this.#token;
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  };

  async #refresh(): Promise<string> {
    const userId = this.#current?.user.id;
    if (userId === undefined) throw new Error('Not signed in');
    const { access_token } = await anonymous.call(refreshSession, { body: {} });
    // All tabs share the cookie: another user may have signed in in another tab.
    if (userId !== localStorage.getItem(userIdKey)) throw new Error('This session is over');
    this.#token = access_token;
    return access_token;
  }

  async #accept(result: SessionResult): Promise<void> {
    this.#token = result.access_token;
    this.#start(result.user ?? (await this.#loadUser()), result.must_change_password);
  }

  async #loadUser(): Promise<User> {
    const client = createClient({ baseUrl: '/', getToken: this.getToken });
    try {
      return await client.call(getCurrentUser, {});
    } finally {
      client.close(); // else its token would be shared with the next client that has the same `getToken`
    }
  }

  #start(user: User, mustChangePassword = user.must_change_password ?? false): void {
    // The same `userKey` as the provider's, so that the product and the elements share one refresh.
    const client = createClient({ baseUrl: '/', authMode: 'bearer', userKey: user.id, getToken: this.getToken });
    this.#current = { user, client };
    localStorage.setItem(userIdKey, user.id);
    this.#onStart(user, mustChangePassword);
  }

  readonly #followOtherTabs = ({ key, newValue }: StorageEvent): void => {
    if (key !== userIdKey && key !== null) return;
    if (newValue === this.#current?.user.id) return;
    if (newValue === null) this.end('signed-out');
    else location.reload(); // another user signed in
  };
}

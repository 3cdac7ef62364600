import { base64url, type Random, sha256 } from '../crypto/digest.js';
import type { Rows, Store } from '../db/store.js';
import { refreshTokens, type SessionRow, sessions, type UserRow, users } from '../db/tables.js';
import { Refusal } from '../http/http-error.js';
import type { LogEntry } from '../http/log.js';
import { type AccessTokens, accessSeconds } from './access-tokens.js';

/** Days after which a session ends, however active it is. */
const sessionDays = 30;

/**
 * Seconds in which a refresh token may be used again: two tabs that renew at the same moment are no theft. Later use
 * of a used token ends the session, since one of its two holders is not the one it was given to.
 */
const graceSeconds = 10;

/** How often the last activity is written down, in milliseconds; not at every request. */
const activityStep = 60_000;

/** Where somebody signs in from, as the session list shows it. */
export interface SessionClient {
  readonly userAgent: string;
  readonly address: string;
  /** In words, where it's known. */
  readonly location?: string;
}

/** Tokens of a session, as sign-in and renewal answer them. */
export interface Grant {
  readonly session: SessionRow;
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly refreshToken: string;
  /** Seconds until the session ends and, with it, what the refresh token is good for. */
  readonly refreshExpiresIn: number;
}

/** Begins, renews and ends sessions. */
export class Sessions {
  readonly #store: Store;
  readonly #tokens: AccessTokens;
  readonly #random: Random;
  readonly #now: (organizationId: string) => number;
  readonly #newId: (organizationId: string) => string;
  readonly #log: (entry: LogEntry) => void;

  constructor(ports: {
    store: Store;
    tokens: AccessTokens;
    random: Random;
    now: (organizationId: string) => number;
    newId: (organizationId: string) => string;
    log: (entry: LogEntry) => void;
  }) {
    this.#store = ports.store;
    this.#tokens = ports.tokens;
    this.#random = ports.random;
    this.#now = ports.now;
    this.#newId = ports.newId;
    this.#log = ports.log;
  }

  /** Signs a person in, and hands them the tokens for it. */
  async begin(user: UserRow, client: SessionClient): Promise<Grant> {
    return this.grant(await this.open(this.#store, user, client), user);
  }

  /** Opens a session among other writes of a transaction; {@link grant} gives the tokens for it afterwards. */
  async open(rows: Rows, user: UserRow, client: SessionClient): Promise<SessionRow> {
    const now = this.#now(user.organization_id);
    const moment = new Date(now).toISOString();
    const session: SessionRow = {
      id: this.#newId(user.organization_id),
      user_id: user.id,
      user_agent: client.userAgent.slice(0, 512),
      ip_address: client.address,
      location: client.location ?? null,
      created_at: moment,
      last_active_at: moment,
      expires_at: new Date(now + sessionDays * 86_400_000).toISOString(),
    };
    await rows.insert(sessions, session);
    return session;
  }

  /** New tokens for a session that is known to be alive. Earlier ones go on holding. */
  async grant(session: SessionRow, user: UserRow): Promise<Grant> {
    return this.#sign(session, user, await this.#newRefreshToken(this.#store, session, user));
  }

  async #newRefreshToken(rows: Rows, session: SessionRow, user: UserRow): Promise<string> {
    const refreshToken = base64url(this.#random(32));
    await rows.insert(refreshTokens, {
      hash: await sha256(refreshToken),
      session_id: session.id,
      created_at: new Date(this.#now(user.organization_id)).toISOString(),
      used_at: null,
    });
    return refreshToken;
  }

  async #sign(session: SessionRow, user: UserRow, refreshToken: string): Promise<Grant> {
    const now = this.#now(user.organization_id);
    const claims = { userId: user.id, sessionId: session.id, organizationId: user.organization_id };
    return {
      session,
      accessToken: await this.#tokens.sign(claims, now),
      expiresIn: accessSeconds,
      refreshToken,
      refreshExpiresIn: Math.floor((Date.parse(session.expires_at) - now) / 1000),
    };
  }

  /**
   * Trades a refresh token for new tokens. Throws 401 TOKEN_EXPIRED, or TOKEN_REVOKED where the session is over or the
   * token was used before, which ends the session.
   */
  async renew(refreshToken: string): Promise<{ grant: Grant; user: UserRow }> {
    const hash = await sha256(refreshToken);
    const known = await this.#store.get(refreshTokens, hash);
    if (!known) throw revoked();
    const outcome = await this.#store.transaction(`session:${known.session_id}`, async (rows) => {
      const token = await rows.get(refreshTokens, hash);
      const session = await rows.get(sessions, known.session_id);
      const user = session && (await rows.get(users, session.user_id));
      if (!token || !session || !user) return revoked();
      const now = this.#now(user.organization_id);
      if (Date.parse(session.expires_at) <= now) return new Refusal(401, 'TOKEN_EXPIRED', 'The session has expired');
      if (user.status === 'DISABLED') return new Refusal(403, 'ACCOUNT_DISABLED', 'This account is disabled');
      // A clock that was set back makes the grace no longer.
      if (token.used_at !== null && Math.abs(now - Date.parse(token.used_at)) > graceSeconds * 1000) {
        await endIn(rows, session.id);
        this.#log({ event: 'refresh_token_reused', userId: user.id, sessionId: session.id });
        return revoked();
      }
      const moment = new Date(now).toISOString();
      if (token.used_at === null) await rows.update(refreshTokens, { hash }, { used_at: moment });
      await rows.update(sessions, { id: session.id }, { last_active_at: moment });
      return { session, user, next: await this.#newRefreshToken(rows, session, user) };
    });
    // Thrown only now, so that ending the session isn't undone.
    if (outcome instanceof Refusal) throw outcome;
    const { session, user, next } = outcome;
    return { grant: await this.#sign(session, user, next), user };
  }

  /** Which workspace a refresh token belongs to, whether or not it still holds. */
  async organizationOf(refreshToken: string): Promise<string | undefined> {
    const token = await this.#store.get(refreshTokens, await sha256(refreshToken));
    const session = token && (await this.#store.get(sessions, token.session_id));
    const user = session && (await this.#store.get(users, session.user_id));
    return user?.organization_id;
  }

  /** The person's sessions that aren't over: `currentId` first, then the one used last. */
  async openOf(userId: string, currentId: string, now: number): Promise<SessionRow[]> {
    const found = await openIn(this.#store, userId, now);
    return found.sort((a, b) => Number(b.id === currentId) - Number(a.id === currentId));
  }

  /** Ends a session: from the next request on, none of its tokens is honoured. Answers whether there was one. */
  async end(sessionId: string): Promise<boolean> {
    return this.#store.transaction(`session:${sessionId}`, (rows) => endIn(rows, sessionId));
  }

  /** Ends the person's sessions but one, among other writes of a transaction. Answers how many had not run out yet. */
  async endOthers(rows: Rows, userId: string, keptId: string, now: number): Promise<number> {
    const open = await openIn(rows, userId, now);
    const all = await rows.find(sessions, { user_id: userId, id: { not: keptId } });
    for (const { id } of all) await endIn(rows, id);
    return open.filter(({ id }) => id !== keptId).length;
  }

  /** Notes that the session is in use. */
  async touch(session: SessionRow, now: number): Promise<void> {
    if (Math.abs(now - Date.parse(session.last_active_at)) < activityStep) return;
    await this.#store.update(sessions, { id: session.id }, { last_active_at: new Date(now).toISOString() });
  }
}

/** The one used last comes first. */
async function openIn(rows: Rows, userId: string, now: number) {
  const found = await rows.find(sessions, { user_id: userId }, { orderBy: 'last_active_at', isDescending: true });
  return found.filter(({ expires_at }) => Date.parse(expires_at) > now);
}

/** Ends every session of a person, among other writes of a transaction. */
export async function endAllIn(rows: Rows, userId: string): Promise<void> {
  for (const { id } of await rows.find(sessions, { user_id: userId })) await endIn(rows, id);
}

async function endIn(rows: Rows, sessionId: string) {
  await rows.delete(refreshTokens, { session_id: sessionId });
  return (await rows.delete(sessions, { id: sessionId })) > 0;
}

function revoked() {
  return new Refusal(401, 'TOKEN_REVOKED', 'The session is over');
}

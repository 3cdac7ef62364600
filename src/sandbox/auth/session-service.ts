import { base64url, sha256 } from '../crypto/digest.js';
import type { Rows } from '../db/store.js';
import { refreshTokens, type SessionRow, sessions, type UserRow, users } from '../db/tables.js';
import { HttpError } from '../http/http-error.js';
import type { Platform } from '../platform.js';
import { type AccessTokens, accessTokenSeconds } from './access-tokens.js';

/** Lifetime of a session in days, independent of its use. */
const sessionDays = 30;

/**
 * Seconds during which a used refresh token is accepted again, because two tabs may refresh at the same moment. Later
 * reuse ends the session: one of its two holders stole the token (RFC 9700 section 4.14).
 */
const reuseGraceSeconds = 10;

/** Minimum milliseconds between two updates of `last_active_at`. */
const activityIntervalMs = 60_000;

/** The client of a session, as the session list shows it. */
export interface SessionClient {
  readonly userAgent: string;
  readonly address: string;
  readonly location?: string;
}

/** The tokens of a session. */
export interface SessionTokens {
  readonly session: SessionRow;
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly refreshToken: string;
  /** Seconds until the session ends. */
  readonly refreshExpiresIn: number;
}

/** Starts, refreshes and revokes sessions. */
export class SessionService {
  readonly #platform: Platform;
  readonly #accessTokens: AccessTokens;

  constructor(platform: Platform, accessTokens: AccessTokens) {
    this.#platform = platform;
    this.#accessTokens = accessTokens;
  }

  /** Opens a session and issues its tokens. */
  async start(user: UserRow, client: SessionClient): Promise<SessionTokens> {
    return this.issueTokens(await this.openSession(this.#platform.store, user, client), user);
  }

  /** Stores a new session within a transaction; {@link issueTokens} makes its tokens afterwards. */
  async openSession(rows: Rows, user: UserRow, client: SessionClient): Promise<SessionRow> {
    const { now, newId } = this.#platform;
    const time = now(user.organization_id);
    const createdAt = new Date(time).toISOString();
    const session: SessionRow = {
      id: newId(user.organization_id),
      user_id: user.id,
      user_agent: client.userAgent.slice(0, 512),
      ip_address: client.address,
      location: client.location ?? null,
      created_at: createdAt,
      last_active_at: createdAt,
      expires_at: new Date(time + sessionDays * 86_400_000).toISOString(),
    };
    await rows.insert(sessions, session);
    return session;
  }

  /** Issues tokens for an active session. Earlier tokens stay valid. */
  async issueTokens(session: SessionRow, user: UserRow): Promise<SessionTokens> {
    return this.#sign(session, user, await this.#newRefreshToken(this.#platform.store, session, user));
  }

  async #newRefreshToken(rows: Rows, session: SessionRow, user: UserRow): Promise<string> {
    const refreshToken = base64url(this.#platform.random(32));
    await rows.insert(refreshTokens, {
      hash: await sha256(refreshToken),
      session_id: session.id,
      created_at: new Date(this.#platform.now(user.organization_id)).toISOString(),
      used_at: null,
    });
    return refreshToken;
  }

  async #sign(session: SessionRow, user: UserRow, refreshToken: string): Promise<SessionTokens> {
    const now = this.#platform.now(user.organization_id);
    const claims = { userId: user.id, sessionId: session.id, organizationId: user.organization_id };
    return {
      session,
      accessToken: await this.#accessTokens.sign(claims, now),
      expiresIn: accessTokenSeconds,
      refreshToken,
      refreshExpiresIn: Math.floor((Date.parse(session.expires_at) - now) / 1000),
    };
  }

  /**
   * Exchanges a refresh token for new tokens. Throws 401 TOKEN_EXPIRED, 403 ACCOUNT_DISABLED, or 401 TOKEN_REVOKED for
   * an unknown token, an ended session or a token that was used before; reuse also ends the session.
   */
  async refresh(refreshToken: string): Promise<{ tokens: SessionTokens; user: UserRow }> {
    const { store, now, log } = this.#platform;
    const hash = await sha256(refreshToken);
    const known = await store.get(refreshTokens, hash);
    if (!known) throw tokenRevoked();
    const outcome = await store.transaction(`session:${known.session_id}`, async (rows) => {
      const token = await rows.get(refreshTokens, hash);
      const session = await rows.get(sessions, known.session_id);
      const user = session && (await rows.get(users, session.user_id));
      if (!token || !session || !user) return tokenRevoked();
      const time = now(user.organization_id);
      if (isExpired(session, time))
        return new HttpError(401, 'TOKEN_EXPIRED', 'Your session has expired. Sign in again.');
      if (user.status === 'DISABLED') return new HttpError(403, 'ACCOUNT_DISABLED', 'This account is disabled.');
      // Absolute, so that setting the clock back does not extend the grace period.
      if (token.used_at !== null && Math.abs(time - Date.parse(token.used_at)) > reuseGraceSeconds * 1000) {
        await deleteSession(rows, session.id);
        log({ event: 'refresh_token_reused', userId: user.id, sessionId: session.id });
        return tokenRevoked();
      }
      const usedAt = new Date(time).toISOString();
      // Revoked at this moment, by a transaction of the user or the organization.
      if ((await rows.update(sessions, { id: session.id }, { last_active_at: usedAt })) === 0) return tokenRevoked();
      if (token.used_at === null) await rows.update(refreshTokens, { hash }, { used_at: usedAt });
      return { session, user, next: await this.#newRefreshToken(rows, session, user) };
    });
    // Thrown outside of the transaction, which would restore the deleted session.
    if (outcome instanceof HttpError) throw outcome;
    const { session, user, next } = outcome;
    return { tokens: await this.#sign(session, user, next), user };
  }

  /** The organization of a refresh token, valid or not. */
  async organizationOf(refreshToken: string): Promise<string | undefined> {
    const { store } = this.#platform;
    const token = await store.get(refreshTokens, await sha256(refreshToken));
    const session = token && (await store.get(sessions, token.session_id));
    const user = session && (await store.get(users, session.user_id));
    return user?.organization_id;
  }

  /** The user's active sessions: `currentId` first, then by last use. */
  async listActive(userId: string, currentId: string, now: number): Promise<SessionRow[]> {
    const order = { orderBy: 'last_active_at', isDescending: true } as const;
    const found = await this.#platform.store.find(sessions, { user_id: userId }, order);
    const active = found.filter((session) => !isExpired(session, now));
    return active.sort((a, b) => Number(b.id === currentId) - Number(a.id === currentId));
  }

  /** Ends the user's other sessions within a transaction. Returns how many of them were active. */
  async revokeOthers(rows: Rows, userId: string, currentId: string, now: number): Promise<number> {
    const others = await rows.find(sessions, { user_id: userId, id: { not: currentId } });
    for (const { id } of others) await deleteSession(rows, id);
    return others.filter((session) => !isExpired(session, now)).length;
  }

  /** Updates `last_active_at` if the stored time is old enough. */
  async touch(session: SessionRow, now: number): Promise<void> {
    if (Math.abs(now - Date.parse(session.last_active_at)) < activityIntervalMs) return;
    await this.#platform.store.update(sessions, { id: session.id }, { last_active_at: new Date(now).toISOString() });
  }
}

/** Ends every session of a user within a transaction. */
export async function revokeAllSessions(rows: Rows, userId: string): Promise<void> {
  for (const { id } of await rows.find(sessions, { user_id: userId })) await deleteSession(rows, id);
}

/** Ends a session within a transaction: its tokens are refused from the next request on. */
export async function deleteSession(rows: Rows, sessionId: string): Promise<void> {
  // The session first: a refresh at this moment then has stored its token, or finds no session.
  await rows.delete(sessions, { id: sessionId });
  await rows.delete(refreshTokens, { session_id: sessionId });
}

function isExpired({ expires_at }: SessionRow, now: number) {
  return Date.parse(expires_at) <= now;
}

function tokenRevoked() {
  return new HttpError(401, 'TOKEN_REVOKED', 'Your session has ended. Sign in again.');
}

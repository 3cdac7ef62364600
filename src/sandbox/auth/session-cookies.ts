import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isSecureOrigin } from '../http/request-origin.js';
import type { SessionTokens } from './session-service.js';

const names = { access: 'agni_access', refresh: 'agni_refresh' };

/**
 * The cookies of a session, for pages of the server's own origin. `__Host-` names are used where browsers accept them:
 * over HTTPS and on loopback.
 */
export class SessionCookies {
  readonly #publicOrigin: string | undefined;

  constructor(publicOrigin: string | undefined) {
    this.#publicOrigin = publicOrigin;
  }

  /** The value of a cookie. Cookies are ignored where the request has an `Authorization` header. */
  read(c: Context, kind: keyof typeof names): string | undefined {
    if (c.req.header('authorization') !== undefined) return undefined;
    return getCookie(c, this.#name(c, kind));
  }

  /** Sets both cookies. Callers check the origin first, since another site could sign visitors in to its own account. */
  write(c: Context, tokens: SessionTokens): void {
    const options = this.#options(c);
    setCookie(c, this.#name(c, 'access'), tokens.accessToken, { ...options, maxAge: tokens.expiresIn });
    setCookie(c, this.#name(c, 'refresh'), tokens.refreshToken, { ...options, maxAge: tokens.refreshExpiresIn });
  }

  /** Deletes both cookies. */
  clear(c: Context): void {
    deleteCookie(c, this.#name(c, 'access'), this.#options(c));
    deleteCookie(c, this.#name(c, 'refresh'), this.#options(c));
  }

  #name(c: Context, kind: keyof typeof names) {
    return this.#isSecure(c) ? `__Host-${names[kind]}` : names[kind];
  }

  #options(c: Context) {
    return { path: '/', httpOnly: true, secure: this.#isSecure(c), sameSite: 'Strict' } as const;
  }

  #isSecure(c: Context) {
    return isSecureOrigin(c.req.raw, this.#publicOrigin);
  }
}

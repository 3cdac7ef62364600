import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isTrustworthy } from '../http/request-origin.js';
import type { Grant } from './session-service.js';

const names = { access: 'agni_access', refresh: 'agni_refresh' };

/**
 * The cookies that carry a session for pages of our own origin. `__Host-` binds them to this very host; browsers take
 * that only over HTTPS or from this machine, so elsewhere the plain names do.
 */
export class SessionCookies {
  readonly #publicOrigin: string | undefined;

  constructor(publicOrigin: string | undefined) {
    this.#publicOrigin = publicOrigin;
  }

  /** A cookie's value. Where a request brings an `Authorization` of its own, its cookies don't count. */
  read(c: Context, kind: keyof typeof names): string | undefined {
    if (c.req.header('authorization') !== undefined) return undefined;
    return getCookie(c, this.#name(c, kind));
  }

  /** Sets both cookies. Only for pages of our own: others would sign their visitors in to accounts they chose. */
  write(c: Context, grant: Grant): void {
    setCookie(c, this.#name(c, 'access'), grant.accessToken, { ...this.#options(c), maxAge: grant.expiresIn });
    setCookie(c, this.#name(c, 'refresh'), grant.refreshToken, { ...this.#options(c), maxAge: grant.refreshExpiresIn });
  }

  /** Takes both cookies back. */
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
    return isTrustworthy(c.req.raw, this.#publicOrigin);
  }
}

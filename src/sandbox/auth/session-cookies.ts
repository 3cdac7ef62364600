import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { isSecureOrigin } from '../http/request-origin.js';
import type { SessionTokens } from './session-service.js';

/**
 * The cookies of a session, for pages of the server's own origin. `__Host-` names are used where browsers accept them: over HTTPS and on
 * loopback.
 */
export function sessionCookies(publicOrigin: string | undefined) {
  const isSecure = (c: Context) => isSecureOrigin(c.req.raw, publicOrigin);
  const nameOf = (c: Context, kind: string) => (isSecure(c) ? `__Host-agni_${kind}` : `agni_${kind}`);
  const options = (c: Context): CookieOptions => {
    return { path: '/', httpOnly: true, secure: isSecure(c), sameSite: 'Strict' };
  };
  return {
    /** The value of a cookie. Cookies are ignored where the request has an `Authorization` header. */
    read(c: Context, kind: 'access' | 'refresh') {
      return c.req.header('authorization') === undefined ? getCookie(c, nameOf(c, kind)) : undefined;
    },
    /** Sets both cookies. Callers check the origin first: another site could sign visitors in to its own account. */
    write(c: Context, { accessToken, expiresIn, refreshToken, refreshExpiresIn }: SessionTokens) {
      setCookie(c, nameOf(c, 'access'), accessToken, { ...options(c), maxAge: expiresIn });
      setCookie(c, nameOf(c, 'refresh'), refreshToken, { ...options(c), maxAge: refreshExpiresIn });
    },
    clear(c: Context) {
      for (const kind of ['access', 'refresh']) deleteCookie(c, nameOf(c, kind), options(c));
    },
  };
}

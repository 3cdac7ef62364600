import { login, logout } from '../contract/auth.js';
import { refreshSession } from '../contract/renewal.js';
import { demandOwnPage } from './credentials.js';
import { base64url } from './digest.js';
import { Refusal, unacceptable, unauthorized } from './refusal.js';
import { isFromOwnPage } from './request-origin.js';
import type { Route, SandboxContext } from './route.js';
import type { Services } from './services.js';
import { SessionCookies } from './session-cookies.js';
import type { Grant } from './session-keeping.js';
import { fold } from './store.js';
import { type UserRow, users } from './tables.js';
import { userOnWire } from './user-wire.js';

/** Wrong passwords in a quarter of an hour: for one account, and from one address for all of them. */
const mostFailures = { account: 10, address: 100 };

/** Bytes of a password at most; hashing more would only cost time. */
const longestPassword = 1024;

/** Signing in, going on, and signing out. */
export function authRoutes(route: Route, services: Services): void {
  const { store, hasher, sessions, attempts, random, now, addressOf } = services;
  const cookies = new SessionCookies(services.publicOrigin);
  let decoy: string | undefined;

  /** The person of that address and password. Takes as long where there's no such person, so that nobody can tell. */
  const personBy = async (email: string, password: string): Promise<UserRow> => {
    const [known] = await store.find(users, { email_key: fold(email.trim()) });
    decoy ??= await hasher.hash(base64url(random(16)));
    const isRight = await hasher.verify(known?.password_hash ?? decoy, password);
    if (!known?.password_hash || !isRight) {
      throw new Refusal(401, 'INVALID_CREDENTIALS', 'The e-mail address or the password is wrong');
    }
    if (known.status === 'DISABLED') throw new Refusal(403, 'ACCOUNT_DISABLED', 'This account is disabled');
    return known;
  };

  /** Tokens for the body; for pages of our own also in cookies, which go on renewing by themselves. */
  const hand = async (c: SandboxContext, grant: Grant, user: UserRow) => {
    if (isFromOwnPage(c.req.raw, services.publicOrigin)) cookies.write(c, await sessions.grant(grant.session, user));
    return { access_token: grant.accessToken, token_type: 'Bearer', expires_in: grant.expiresIn };
  };

  route(login, async ({ body, context }) => {
    if (new TextEncoder().encode(body.password).length > longestPassword)
      throw unacceptable({ password: ['too_long'] });
    const address = addressOf(context.env);
    const account = fold(body.email.trim());
    const [known] = await store.find(users, { email_key: account });
    const clock = now(known?.organization_id);
    const user = await attempts.guard(
      { id: `login:${account.slice(0, 256)}`, limit: mostFailures.account },
      { id: `address:${address}`, limit: mostFailures.address },
      clock,
      () => personBy(body.email, body.password),
    );
    const moment = new Date(clock).toISOString();
    await store.update(users, { id: user.id }, { last_login_at: moment });
    const grant = await sessions.begin(user, { userAgent: context.req.header('user-agent') ?? '', address });
    return {
      two_factor_required: false,
      ...(await hand(context, grant, user)),
      refresh_token: grant.refreshToken,
      must_change_password: user.must_change_password,
      user: userOnWire({ ...user, last_login_at: moment }),
    };
  });

  route(refreshSession, async ({ body, context }) => {
    if (body.refresh_token !== undefined) {
      const { grant, user } = await sessions.renew(body.refresh_token);
      return { ...(await hand(context, grant, user)), refresh_token: grant.refreshToken };
    }
    const kept = cookies.read(context, 'refresh');
    if (kept === undefined) throw unauthorized();
    demandOwnPage(context, services);
    const { grant } = await sessions.renew(kept);
    cookies.write(context, grant);
    // The refresh token stays where scripts can't read it.
    return { access_token: grant.accessToken, token_type: 'Bearer', expires_in: grant.expiresIn };
  });

  route(logout, async ({ caller, context }) => {
    await sessions.end(caller.session.id);
    cookies.clear(context);
  });
}

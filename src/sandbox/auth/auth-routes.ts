import { answerTwoFactorChallenge, login, logout } from '../../contract/auth.js';
import { refreshSession } from '../../contract/renewal.js';
import { base64url } from '../crypto/digest.js';
import type { Rows } from '../db/store.js';
import { type UserRow, users } from '../db/tables.js';
import { invalidCode, Refusal, unauthorized } from '../http/http-error.js';
import { isFromOwnPage } from '../http/request-origin.js';
import type { Route, SandboxContext } from '../http/route.js';
import { emailKeyOf } from '../mail/email-key.js';
import type { Services } from '../services.js';
import { userOnWire } from '../users/user-wire.js';
import { demandOpen } from './challenges.js';
import { demandOwnPage } from './credentials.js';
import { demandHashable } from './password-rules.js';
import { SessionCookies } from './session-cookies.js';
import type { Grant } from './session-service.js';

/** Signing in, going on, and signing out. */
export function authRoutes(route: Route, services: Services): void {
  const { store, hasher, sessions, attempts, challenges, secondFactors, invitations, random, now, addressOf } =
    services;
  const cookies = new SessionCookies(services.publicOrigin);
  let decoy: string | undefined;

  const log = (event: string, context: SandboxContext, more: object) =>
    services.log({ event, requestId: context.get('requestId'), address: addressOf(context.env), ...more });

  /** Says in the log that somebody wasn't let in, and never what they sent: people type passwords into the wrong field. */
  const logged = async <Result>(context: SandboxContext, user: { id: string } | undefined, work: Promise<Result>) => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof Refusal) log('sign_in_refused', context, { userId: user?.id, code: error.code });
      throw error;
    }
  };

  /** Makes sure of the password. Takes as long where there's no such person, so that nobody can tell. */
  const demandRight = async (known: UserRow | undefined, password: string): Promise<UserRow> => {
    decoy ??= await hasher.hash(base64url(random(16)));
    const isRight = await hasher.verify(known?.password_hash ?? decoy, password);
    if (!known?.password_hash || !isRight) throw wrongCredentials();
    demandEnabled(known);
    await invitations.demandOpen(known, now(known.organization_id));
    return known;
  };

  /** Opens the session of a sign-in that nothing stands in the way of any more. */
  const enter = async (rows: Rows, user: UserRow, context: SandboxContext, clock: number) => {
    const last_login_at = new Date(clock).toISOString();
    await rows.update(users, { id: user.id }, { last_login_at });
    const client = { userAgent: context.req.header('user-agent') ?? '', address: addressOf(context.env) };
    return { user: { ...user, last_login_at }, session: await sessions.open(rows, user, client) };
  };

  /** Tokens for the body; for pages of our own also in cookies, which go on renewing by themselves. */
  const hand = async (c: SandboxContext, grant: Grant, user: UserRow) => {
    if (isFromOwnPage(c.req.raw, services.publicOrigin)) cookies.write(c, await sessions.grant(grant.session, user));
    return { access_token: grant.accessToken, token_type: 'Bearer', expires_in: grant.expiresIn };
  };

  /** The answer to who has signed in. */
  const welcome = async (context: SandboxContext, { user, session }: Awaited<ReturnType<typeof enter>>) => {
    const grant = await sessions.grant(session, user);
    log('sign_in', context, { userId: user.id, sessionId: session.id });
    return {
      two_factor_required: false,
      ...(await hand(context, grant, user)),
      refresh_token: grant.refreshToken,
      must_change_password: user.must_change_password,
      user: userOnWire(user),
    };
  };

  route(login, async ({ body: { email, password }, context }) => {
    demandHashable(password, 'password');
    const account = emailKeyOf(email);
    const [known] = await store.find(users, { email_key: account });
    const clock = now(known?.organization_id);
    const counted = { account, address: addressOf(context.env), now: clock };
    const checked = await logged(
      context,
      known,
      attempts.guard('login', counted, () => demandRight(known, password)),
    );
    const next = await store.transaction(`user:${checked.id}`, async (rows) => {
      const user = await rows.get(users, checked.id);
      // Whoever changes the password meanwhile wants nobody to come in by the old one.
      if (!user || user.password_hash !== checked.password_hash) throw wrongCredentials();
      if (user.two_factor_enabled) return challenges.ask(rows, user.id, clock);
      return enter(rows, user, context, clock);
    });
    if ('session' in next) return welcome(context, next);
    return {
      two_factor_required: true,
      challenge_token: next.token,
      methods: ['totp', 'recovery_code'],
      expires_at: next.expiresAt,
    };
  });

  route(answerTwoFactorChallenge, async ({ body: { challenge_token: token, ...factor }, context }) => {
    const challenge = await challenges.find(token);
    const known = challenge && (await store.get(users, challenge.user_id));
    const clock = now(known?.organization_id);
    demandOpen(challenge, clock);
    if (!known) throw unauthorized();
    const answer = async () => {
      demandOpen(await challenges.find(token), clock); // others may have answered meanwhile
      if (await secondFactors.use(known, factor, clock)) return;
      await challenges.fail(challenge);
      throw invalidCode(401);
    };
    // Counted for the account, so that new challenges give no new tries.
    const counted = { account: known.id, address: addressOf(context.env), now: clock };
    await logged(context, known, attempts.guard('code', counted, answer));
    if (factor.code === undefined) log('recovery_code_used', context, { userId: known.id });
    const entered = await store.transaction(`user:${known.id}`, async (rows) => {
      await challenges.close(rows, challenge);
      const user = await rows.get(users, known.id);
      if (!user) throw unauthorized();
      demandEnabled(user);
      return enter(rows, user, context, clock);
    });
    return welcome(context, entered);
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
    log('sign_out', context, { userId: caller.user.id, sessionId: caller.session.id });
  });
}

function wrongCredentials() {
  return new Refusal(401, 'INVALID_CREDENTIALS', 'The e-mail address or the password is wrong');
}

function demandEnabled({ status }: UserRow) {
  if (status === 'DISABLED') throw new Refusal(403, 'ACCOUNT_DISABLED', 'This account is disabled');
}

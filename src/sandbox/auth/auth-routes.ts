import { answerTwoFactorChallenge, login, logout } from '../../contract/auth.js';
import { refreshSession } from '../../contract/renewal.js';
import { base64url } from '../crypto/digest.js';
import type { Rows } from '../db/store.js';
import { type UserRow, users } from '../db/tables.js';
import { HttpError, invalidCode, unauthorized } from '../http/http-error.js';
import { isSameOrigin } from '../http/request-origin.js';
import type { Route, SandboxContext } from '../http/route.js';
import { toEmailKey } from '../mail/email-key.js';
import type { Services } from '../services.js';
import { toUserReply } from '../users/user-reply.js';
import { requireSameOrigin } from './authenticate.js';
import { requireOpenChallenge } from './challenges.js';
import { requireHashable } from './password-rules.js';
import { sessionCookies } from './session-cookies.js';
import { deleteSession, type SessionTokens } from './session-service.js';

/** Sign-in, two-factor challenge, token refresh and sign-out. */
export function authRoutes(route: Route, services: Services): void {
  const { store, passwordHasher, sessions, attemptLimiter, challenges, twoFactor, invitations, random, now } = services;
  const { publicOrigin } = services;
  const cookies = sessionCookies(publicOrigin);
  let decoyHash: string | undefined;

  const addressOf = ({ req, env }: SandboxContext) => services.clientAddress(req.raw, env);
  const log = (event: string, context: SandboxContext, more: object) =>
    services.log({ event, requestId: context.get('requestId'), address: addressOf(context), ...more });

  /** Logs a failed sign-in. Never logs the typed email: users type passwords into the wrong field. */
  const logFailure = async <Result>(
    context: SandboxContext,
    user: { id: string } | undefined,
    work: Promise<Result>,
  ) => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof HttpError) log('sign_in_refused', context, { userId: user?.id, code: error.code });
      throw error;
    }
  };

  /**
   * Returns the first user with this password who may sign in; one email may have users in several organizations. An
   * unknown email takes as long as an email with one user, so that the time does not reveal who has an account.
   */
  const requireCredentials = async (known: readonly UserRow[], password: string): Promise<UserRow> => {
    decoyHash ??= await passwordHasher.hash(base64url(random(16)));
    let refusal: HttpError | undefined;
    for (const user of known.length ? known : [undefined]) {
      const isRight = await passwordHasher.verify(user?.password_hash ?? decoyHash, password);
      if (!user?.password_hash || !isRight) continue;
      try {
        requireEnabled(user);
        await invitations.requirePending(user, now(user.organization_id));
        return user;
      } catch (error) {
        if (!(error instanceof HttpError)) throw error;
        refusal ??= error;
      }
    }
    throw refusal ?? wrongCredentials();
  };

  const openSession = async (rows: Rows, user: UserRow, context: SandboxContext, time: number) => {
    const last_login_at = new Date(time).toISOString();
    await rows.update(users, { id: user.id }, { last_login_at });
    const client = { userAgent: context.req.header('user-agent') ?? '', address: addressOf(context) };
    return { user: { ...user, last_login_at }, session: await sessions.openSession(rows, user, client) };
  };

  /** The access token of a reply. Pages of the server's own origin also get cookies, with a separate refresh token. */
  const tokenReply = async (c: SandboxContext, tokens: SessionTokens, user: UserRow) => {
    if (isSameOrigin(c.req.raw, publicOrigin)) cookies.write(c, await sessions.issueTokens(tokens.session, user));
    return { access_token: tokens.accessToken, token_type: 'Bearer', expires_in: tokens.expiresIn };
  };

  const signedInReply = async (context: SandboxContext, opened: Awaited<ReturnType<typeof openSession>>) => {
    const { user, session } = opened;
    const tokens = await sessions.issueTokens(session, user);
    log('sign_in', context, { userId: user.id, sessionId: session.id });
    return {
      two_factor_required: false,
      ...(await tokenReply(context, tokens, user)),
      refresh_token: tokens.refreshToken,
      must_change_password: user.must_change_password,
      user: toUserReply(user),
    };
  };

  route(login, async ({ body: { email, password }, context }) => {
    requireHashable(password, 'password');
    const account = toEmailKey(email);
    const all = await store.find(users, { email_key: account }, { orderBy: 'last_login_at', isDescending: true });
    const [known] = all;
    const keys = { account, address: addressOf(context), now: now(known?.organization_id) };
    const attempt = attemptLimiter.guard('login', keys, () => requireCredentials(all, password));
    const checked = await logFailure(context, known, attempt);
    const time = now(checked.organization_id);
    const outcome = await store.transaction(`user:${checked.id}`, async (rows) => {
      const user = await rows.get(users, checked.id);
      // The password may have been changed since it was checked.
      if (!user || user.password_hash !== checked.password_hash) throw wrongCredentials();
      if (user.two_factor_enabled) return challenges.create(rows, user.id, time);
      return openSession(rows, user, context, time);
    });
    if ('session' in outcome) return signedInReply(context, outcome);
    return {
      two_factor_required: true,
      challenge_token: outcome.token,
      methods: ['totp', 'recovery_code'],
      expires_at: outcome.expiresAt,
    };
  });

  route(answerTwoFactorChallenge, async ({ body: { challenge_token: token, ...factor }, context }) => {
    const challenge = await challenges.find(token);
    const known = challenge && (await store.get(users, challenge.user_id));
    const time = now(known?.organization_id);
    requireOpenChallenge(challenge, time);
    if (!known) throw unauthorized();
    // Counted for the account, so that a new challenge gives no new guesses.
    const keys = { account: known.id, address: addressOf(context), now: time };
    const attempt = attemptLimiter.guard('code', keys, async () => {
      await challenges.countAnswer(challenge, time);
      if (!(await twoFactor.consumeFactor(known, factor, time))) throw invalidCode(401);
    });
    await logFailure(context, known, attempt);
    if (factor.code === undefined) log('recovery_code_used', context, { userId: known.id });
    const opened = await store.transaction(`user:${known.id}`, async (rows) => {
      await challenges.consume(rows, challenge);
      const user = await rows.get(users, known.id);
      if (!user) throw unauthorized();
      requireEnabled(user);
      return openSession(rows, user, context, time);
    });
    return signedInReply(context, opened);
  });

  route(refreshSession, async ({ body, context }) => {
    if (body.refresh_token !== undefined) {
      const { tokens, user } = await sessions.refresh(body.refresh_token);
      return { ...(await tokenReply(context, tokens, user)), refresh_token: tokens.refreshToken };
    }
    const fromCookie = cookies.read(context, 'refresh');
    if (fromCookie === undefined) throw unauthorized();
    requireSameOrigin(context, services);
    const { tokens } = await sessions.refresh(fromCookie);
    cookies.write(context, tokens);
    // Leaves out the refresh token, which scripts must not read.
    return { access_token: tokens.accessToken, token_type: 'Bearer', expires_in: tokens.expiresIn };
  });

  route(logout, async ({ caller, change, context }) => {
    await change('user', (rows) => deleteSession(rows, caller.session.id));
    cookies.clear(context);
    log('sign_out', context, { userId: caller.user.id, sessionId: caller.session.id });
  });
}

function wrongCredentials() {
  return new HttpError(401, 'INVALID_CREDENTIALS', 'Wrong email or password.');
}

function requireEnabled({ status }: UserRow) {
  if (status === 'DISABLED') throw new HttpError(403, 'ACCOUNT_DISABLED', 'This account is disabled.');
}

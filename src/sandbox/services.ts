import type { AccessTokens } from './auth/access-tokens.js';
import type { AttemptLimiter } from './auth/attempt-limiter.js';
import type { Challenges } from './auth/challenges.js';
import type { SessionService } from './auth/session-service.js';
import type { TwoFactorService } from './auth/two-factor-service.js';
import type { Platform } from './platform.js';
import type { CredentialNotices } from './users/credential-notices.js';
import type { InvitationService } from './users/invitation-service.js';
import type { UserDirectory } from './users/user-directory.js';

/** The services that the routes share. */
export interface Services extends Platform {
  readonly accessTokens: AccessTokens;
  readonly sessions: SessionService;
  readonly attemptLimiter: AttemptLimiter;
  readonly challenges: Challenges;
  readonly twoFactor: TwoFactorService;
  readonly invitations: InvitationService;
  readonly notices: CredentialNotices;
  readonly userDirectory: UserDirectory;
  /** The client's address, possibly reported by a trusted proxy; `env` is the runtime's part of the request. */
  readonly clientAddress: (request: Request, env: unknown) => string;
  /** The address of the connection: the client's or a proxy's. */
  readonly connectionAddress: (env: unknown) => string;
  /** The server's origin in browsers, if a proxy changes it. */
  readonly publicOrigin: string | undefined;
  /** The path under which browsers see the server's paths; empty without one. */
  readonly publicPath: string;
}

import type { AccessTokens } from './auth/access-tokens.js';
import type { AttemptLimiter } from './auth/attempt-limiter.js';
import type { Challenges } from './auth/challenges.js';
import type { SessionService } from './auth/session-service.js';
import type { TwoFactorService } from './auth/two-factor-service.js';
import type { Platform } from './platform.js';
import type { InvitationService } from './users/invitation-service.js';
import type { UserDirectory } from './users/user-directory.js';

/** What the routes share. */
export interface Services extends Platform {
  readonly accessTokens: AccessTokens;
  readonly sessions: SessionService;
  readonly attemptLimiter: AttemptLimiter;
  readonly challenges: Challenges;
  readonly twoFactor: TwoFactorService;
  readonly invitations: InvitationService;
  readonly userDirectory: UserDirectory;
  /** The client's address; `env` is the runtime's part of the request. */
  readonly remoteAddress: (env: unknown) => string;
  /** The server's origin in browsers, where a proxy changes it. */
  readonly publicOrigin: string | undefined;
}

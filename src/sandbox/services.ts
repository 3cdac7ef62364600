import type { AccessTokens } from './auth/access-tokens.js';
import type { AttemptLimiter } from './auth/attempt-limiter.js';
import type { Challenges } from './auth/challenges.js';
import type { SessionService } from './auth/session-service.js';
import type { TwoFactorService } from './auth/two-factor-service.js';
import type { RandomBytes } from './crypto/digest.js';
import type { Encryption } from './crypto/encryption.js';
import type { PasswordHasher } from './crypto/password-hasher.js';
import type { Store } from './db/store.js';
import type { LogEntry } from './http/log.js';
import type { InvitationService } from './users/invitation-service.js';
import type { UserDirectory } from './users/user-directory.js';

/** What the routes share. */
export interface Services {
  readonly store: Store;
  readonly userDirectory: UserDirectory;
  readonly passwordHasher: PasswordHasher;
  readonly accessTokens: AccessTokens;
  readonly encryption: Encryption;
  readonly sessions: SessionService;
  readonly attemptLimiter: AttemptLimiter;
  readonly challenges: Challenges;
  readonly twoFactor: TwoFactorService;
  readonly invitations: InvitationService;
  readonly random: RandomBytes;
  /** Milliseconds since 1970, by the organization's clock if one is given. */
  readonly now: (organizationId?: string) => number;
  /** A new id, by the organization's clock if one is given. */
  readonly newId: (organizationId?: string) => string;
  /** The client's address; `env` is the runtime's part of the request. */
  readonly remoteAddress: (env: unknown) => string;
  readonly log: (entry: LogEntry) => void;
  /** The server's origin in browsers, where a proxy changes it. */
  readonly publicOrigin: string | undefined;
}

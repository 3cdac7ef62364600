import type { AccessTokens } from './auth/access-tokens.js';
import type { Attempts } from './auth/attempts.js';
import type { Challenges } from './auth/challenges.js';
import type { SecondFactors } from './auth/second-factors.js';
import type { Sessions } from './auth/session-service.js';
import type { Random } from './crypto/digest.js';
import type { Sealing } from './crypto/encryption.js';
import type { PasswordHasher } from './crypto/password-hasher.js';
import type { Store } from './db/store.js';
import type { LogEntry } from './http/log.js';
import type { Lab } from './testing/test-controls.js';
import type { Invitations } from './users/invitation-service.js';
import type { PeopleDirectory } from './users/user-directory.js';

/** What all routes stand on. */
export interface Services {
  readonly store: Store;
  readonly people: PeopleDirectory;
  readonly hasher: PasswordHasher;
  readonly tokens: AccessTokens;
  /** For secrets that must be readable again. */
  readonly sealing: Sealing;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly challenges: Challenges;
  readonly secondFactors: SecondFactors;
  readonly invitations: Invitations;
  /** What tests may bend; none where nobody may. */
  readonly lab: Lab | undefined;
  readonly random: Random;
  /** Milliseconds since 1970, by the workspace's own clock where it's named. */
  readonly now: (organizationId?: string) => number;
  /** A new id, by the workspace's own clock where it's named. */
  readonly newId: (organizationId?: string) => string;
  /** Where a request comes from, by what the runtime handed to the app with it. */
  readonly addressOf: (env: unknown) => string;
  readonly log: (entry: LogEntry) => void;
  /** Origin under which browsers know the server, where it stands behind a proxy. */
  readonly publicOrigin: string | undefined;
}

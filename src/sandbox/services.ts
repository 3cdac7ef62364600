import type { AccessTokens } from './access-tokens.js';
import type { Attempts } from './attempts.js';
import type { Challenges } from './challenges.js';
import type { Random } from './digest.js';
import type { Invitations } from './invitation-keeping.js';
import type { Lab } from './lab.js';
import type { PasswordHasher } from './password-hasher.js';
import type { PeopleDirectory } from './people-directory.js';
import type { Sealing } from './sealing.js';
import type { SecondFactors } from './second-factors.js';
import type { Sessions } from './session-keeping.js';
import type { Store } from './store.js';

/** One line of the server's log. It never holds a secret or anything of a body. */
export interface LogEntry {
  readonly event: string;
  readonly requestId?: string | undefined;
  readonly [detail: string]: unknown;
}

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

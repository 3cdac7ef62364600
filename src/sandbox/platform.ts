import type { RandomBytes } from './crypto/digest.js';
import type { Encryption } from './crypto/encryption.js';
import type { PasswordHasher } from './crypto/password-hasher.js';
import type { Store } from './db/store.js';

/** One line of the server's log. It never contains a secret or text of a request body. */
export interface LogEntry {
  readonly event: string;
  readonly requestId?: string | undefined;
  readonly [detail: string]: unknown;
}

/** The dependencies of all services. */
export interface Platform {
  readonly store: Store;
  readonly passwordHasher: PasswordHasher;
  readonly encryption: Encryption;
  readonly random: RandomBytes;
  /** Milliseconds since 1970, by the organization's clock if one is given. */
  readonly now: (organizationId?: string) => number;
  /** A new id, by the organization's clock if one is given. */
  readonly newId: (organizationId?: string) => string;
  readonly log: (entry: LogEntry) => void;
}

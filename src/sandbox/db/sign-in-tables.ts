import { integer, nullable, type Row, table, text } from './table.js';

/** Active sessions. A revoked session is deleted, which makes its tokens invalid. */
export const sessions = table({
  name: 'sessions',
  key: 'id',
  columns: {
    id: text,
    user_id: text,
    user_agent: text,
    ip_address: text,
    /** City and country; only seeded sessions have one. */
    location: nullable(text),
    created_at: text,
    last_active_at: text,
    expires_at: text,
  },
  indexes: [['user_id']],
});
export type SessionRow = Row<typeof sessions>;

/** Hashes of refresh tokens. Used tokens are kept, so that reuse is detected. */
export const refreshTokens = table({
  name: 'refresh_tokens',
  key: 'hash',
  columns: { hash: text, session_id: text, created_at: text, used_at: nullable(text) },
  indexes: [['session_id']],
});

/** Two-factor authentication by user: an enabled secret, a pending setup, or neither. Secrets are encrypted. */
export const twoFactors = table({
  name: 'two_factors',
  key: 'user_id',
  columns: {
    user_id: text,
    secret: nullable(text),
    enabled_at: nullable(text),
    /** Time step of the last accepted code. Codes of this and of earlier steps are refused. */
    last_step: integer,
    pending_secret: nullable(text),
    pending_since: nullable(text),
  },
});
export type TwoFactorRow = Row<typeof twoFactors>;

/** Unused recovery codes. */
export const recoveryCodes = table({
  name: 'recovery_codes',
  key: 'id',
  columns: {
    id: text,
    user_id: text,
    /** The first characters of the code, by which it is found. */
    prefix: text,
    /** Password hash of the other characters, which are too few for a plain digest. */
    hash: text,
  },
  indexes: [['user_id']],
});

/** Sign-ins that wait for the second factor. */
export const challenges = table({
  name: 'challenges',
  key: 'hash',
  columns: { hash: text, user_id: text, failures: integer, created_at: text },
  indexes: [['user_id']],
});
export type ChallengeRow = Row<typeof challenges>;

/** Failed and running attempts by account or address. */
export const attemptCounters = table({
  name: 'attempt_counters',
  key: 'id',
  columns: {
    id: text,
    /** Failures and running attempts in the window that began at `since`. */
    count: integer,
    since: text,
    /** Failures in a row before the window. */
    before: integer,
  },
});
export type AttemptCounterRow = Row<typeof attemptCounters>;

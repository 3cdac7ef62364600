import type { Store } from './store.js';
import {
  attemptCounters,
  challenges,
  ghlConsents,
  invitations,
  refreshTokens,
  sentMails,
  sessions,
  twoFactors,
  unsentMails,
  users,
} from './tables.js';

const day = 24 * 3_600_000;

/** Rows in one statement. */
const batchSize = 500;

/**
 * Milliseconds after which rows are deleted. Every row has lost its effect by then, even if the organization's clock is
 * set back a little.
 */
const maxAge = {
  /** After the end of a session. */
  session: day,
  /** Longer than any session: tokens that were issued while their session was revoked. */
  refreshToken: 32 * day,
  /** Challenges, authorization requests and two-factor setups are valid for minutes; limits of mails apply to a day. */
  pending: 2 * day,
  /** After the start of the last window of failed attempts. Until then its failures make the next window longer. */
  attempts: 30 * day,
  /** After the end of an invitation. Until then a sign-in with the temporary password fails with INVITATION_EXPIRED. */
  temporaryPassword: 30 * day,
};

/** Deletes expired sessions with their refresh tokens, temporary passwords, and all other rows that have expired. */
export async function purgeExpired(store: Store, now: number): Promise<void> {
  const olderThan = (milliseconds: number) => ({ upTo: new Date(now - milliseconds).toISOString() });
  const ended = await store.find(sessions, { expires_at: olderThan(maxAge.session) }, { columns: ['id'] });
  for (const ids of batches(ended.map(({ id }) => id))) {
    await store.delete(refreshTokens, { session_id: { in: ids } });
    await store.delete(sessions, { id: { in: ids } });
  }
  await store.delete(refreshTokens, { created_at: olderThan(maxAge.refreshToken) });
  await store.delete(challenges, { created_at: olderThan(maxAge.pending) });
  await store.delete(ghlConsents, { created_at: olderThan(maxAge.pending) });
  await store.delete(sentMails, { sent_at: olderThan(maxAge.pending) });
  await store.delete(unsentMails, { expires_at: olderThan(0) });
  await store.delete(twoFactors, { secret: null, pending_since: olderThan(maxAge.pending) });
  await store.delete(attemptCounters, { since: olderThan(maxAge.attempts) });
  const expired = { status: 'PENDING', expires_at: olderThan(maxAge.temporaryPassword) };
  const invited = await store.find(invitations, expired, { columns: ['user_id'] });
  for (const ids of batches(invited.flatMap(({ user_id }) => user_id ?? []))) {
    await store.update(
      users,
      { id: { in: ids }, status: 'INVITED', password_hash: { above: '' } },
      { password_hash: null },
    );
  }
}

function batches(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / batchSize);
  return Array.from({ length: count }, (_, index) => ids.slice(index * batchSize, (index + 1) * batchSize));
}

import { AgniError } from '../client/error.js';
import type { User } from '../contract/me.js';
import { type ProfileChange, updateCurrentUser } from '../contract/profile-change.js';
import type { ApiSession } from './api-session.js';

/**
 * Changes the signed-in person's own name, for everyone who shows it. Only what is in `change` is sent. Where the
 * answer was lost, looks at what is there now: if that's what was asked for, it was saved.
 */
export async function saveProfile({ client, me }: ApiSession, change: ProfileChange): Promise<User> {
  try {
    const saved = await client.call(updateCurrentUser, { body: change });
    me.set(saved);
    return saved;
  } catch (error) {
    if (!(error instanceof AgniError && error.isAnswerLost)) throw error;
    await me.load();
    const now = await me.value();
    const isSaved = (['first_name', 'last_name'] as const).every((field) => {
      return change[field] === undefined || change[field] === (now[field] ?? '');
    });
    if (!isSaved) throw error;
    return now;
  }
}

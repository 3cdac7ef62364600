import { AgniError } from '../client/error.js';
import { type CreatedApiKey, createApiKey, deleteApiKey, type NewApiKey } from '../contract/api-key-change.js';
import type { ApiKey } from '../contract/api-keys.js';
import { apiKeysResource } from './api-keys.js';
import type { ApiSession } from './api-session.js';

/**
 * Creates a key; the answer holds its secret, which nobody can ask for again. Whatever came of it, the list is read
 * anew: the server's order and masking win over a guess made here, a name may be taken by a key that isn't listed yet,
 * and where the answer was lost the list tells whether there is a key now.
 */
export async function createKey(session: ApiSession, body: NewApiKey): Promise<CreatedApiKey> {
  const { list } = session.use(apiKeysResource);
  try {
    const created = await session.client.call(createApiKey, { body });
    void list.load();
    return created;
  } catch (error) {
    if (error instanceof AgniError && (error.isAnswerLost || error.status === 409)) await list.load();
    throw error;
  }
}

/** Deletes a key. Gone already is as good as gone now, also where only the answer was lost. */
export async function deleteKey(session: ApiSession, id: string): Promise<void> {
  const { list } = session.use(apiKeysResource);
  const has = (key: ApiKey) => key.id === id;
  try {
    await session.client.call(deleteApiKey, { params: { id } });
  } catch (error) {
    if (!(error instanceof AgniError && (error.isAnswerLost || error.status === 404))) throw error;
    if (error.isAnswerLost) {
      await list.load();
      const { state } = list;
      const isGone = state.status === 'ready' && !state.error && !state.value.some(has);
      if (!isGone) throw error;
    }
  }
  // Known for certain, whether or not the list can be read again.
  const { state } = list;
  if (state.status === 'ready') list.set(state.value.filter((key) => !has(key)));
  void list.load();
}

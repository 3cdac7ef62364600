import * as endpoints from '../contract/api-key-change.js';
import type { ApiKey } from '../contract/api-keys.js';
import { apiKeysResource } from './api-keys.js';
import type { ApiSession } from './api-session.js';
import { mutate } from './mutation.js';

/**
 * Creates a key. The answer contains the secret, which can't be read again, so a lost answer is never a success; the
 * refetched list shows whether the key exists.
 */
export function createApiKey(session: ApiSession, body: endpoints.NewApiKey): Promise<endpoints.CreatedApiKey> {
  const { list } = session.use(apiKeysResource);
  return mutate({
    resource: list,
    write: () => session.client.call(endpoints.createApiKey, { body }),
    apply: () => list.invalidate(), // the server decides on order and masking
  });
}

/** Deletes a key. */
export async function deleteApiKey(session: ApiSession, id: string): Promise<void> {
  const { list } = session.use(apiKeysResource);
  const isOther = (key: ApiKey) => key.id !== id;
  await mutate({
    resource: list,
    write: () => session.client.call(endpoints.deleteApiKey, { params: { id } }),
    confirm: (keys) => (keys.every(isOther) ? null : undefined),
    whenGone: null,
    apply: () => {
      list.update((keys) => keys.filter(isOther));
      list.invalidate();
    },
  });
}

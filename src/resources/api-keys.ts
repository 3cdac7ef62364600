import type { CallOptions } from '../client/client.js';
import { AgniError } from '../client/error.js';
import { type ApiKey, createApiKey, deleteApiKey, listApiKeys, type NewApiKey } from '../contract/api-keys.js';
import type { Workspace } from './workspace.js';

/** Rows of the first request, as in the vendor's example, and of the ones after it. */
const firstRows = 20;
const furtherRows = 100;

/**
 * The organization's API keys. The list is read to its end: there are few, and searching, sorting and finding a free
 * name need all of them.
 */
export function apiKeysResource(workspace: Workspace) {
  const { client } = workspace;
  const readAll = async (call: CallOptions): Promise<ApiKey[]> => {
    const keys = new Map<string, ApiKey>();
    for (let limit = firstRows; ; limit = furtherRows) {
      const { items, total } = await client.call(listApiKeys, { query: { limit, offset: keys.size } }, call);
      const before = keys.size;
      for (const key of items) keys.set(key.id, key);
      // A total that promises more than ever comes must not be asked for endlessly.
      if (keys.size === before || keys.size >= (total ?? 0)) return [...keys.values()];
    }
  };
  const list = workspace.resource(readAll);
  const create = async (body: NewApiKey) => {
    const created = await client.call(createApiKey, { body });
    void list.load(); // the server's order and masking win over a guess made here
    return created;
  };
  const remove = async (id: string) => {
    try {
      await client.call(deleteApiKey, { params: { id } });
    } catch (error) {
      // Gone already is as good as gone now.
      if (!(error instanceof AgniError && error.status === 404)) throw error;
    }
    await list.load();
  };
  return { list, create, remove };
}

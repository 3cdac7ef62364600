import type { CallOptions } from '../client/client.js';
import { type ApiKey, listApiKeys } from '../contract/api-keys.js';
import type { Workspace } from './workspace.js';

/** Rows of the first request, as in the vendor's example, and of the ones after it. */
const firstRows = 20;
const furtherRows = 100;

/**
 * The organization's API keys. The list is read to its end: there are few, and searching, sorting and finding a free
 * name need all of them. Creating and deleting are in a module of their own, for those who do.
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
  return { list: workspace.resource(readAll) };
}

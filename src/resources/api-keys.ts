import { listApiKeys } from '../contract/api-keys.js';
import { wholeList } from './whole-list.js';
import type { Workspace } from './workspace.js';

/**
 * The organization's API keys. The list is read to its end: there are few, and searching, sorting and finding a free
 * name need all of them. Creating and deleting are in a module of their own, for those who do.
 */
export function apiKeysResource(workspace: Workspace) {
  const { client } = workspace;
  return { list: workspace.resource((call) => wholeList((query) => client.call(listApiKeys, { query }, call))) };
}

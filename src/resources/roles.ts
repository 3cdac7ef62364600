import { listRoles } from '../contract/role-list.js';
import type { ApiSession } from './api-session.js';

/** The roles of an organization with their permissions. If the server lists none, panes use the contract's defaults. */
export function rolesResource(session: ApiSession) {
  return { list: session.resource(async (call) => (await session.client.call(listRoles, {}, call)).items) };
}

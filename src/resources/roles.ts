import { listRoles } from '../contract/role-list.js';
import type { ApiSession } from './api-session.js';

/** The roles of an organization with what each permits. Where the server has no such list, the contract's defaults apply. */
export function rolesResource(session: ApiSession) {
  return { list: session.resource(async (call) => (await session.client.call(listRoles, {}, call)).items) };
}

import { listRoles } from '../contract/users.js';
import type { ApiSession } from './api-session.js';

/** The roles of a workspace with what each permits, as the server tells; where it doesn't, the contract's defaults stand. */
export function rolesResource(session: ApiSession) {
  return { list: session.resource(async (call) => (await session.client.call(listRoles, {}, call)).items) };
}

import { listRoles } from '../contract/users.js';
import type { Workspace } from './workspace.js';

/** The roles of a workspace with what each permits, as the server tells; where it doesn't, the contract's defaults stand. */
export function rolesResource(workspace: Workspace) {
  return { list: workspace.resource(async (call) => (await workspace.client.call(listRoles, {}, call)).items) };
}

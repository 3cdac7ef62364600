import { getOrganization, listRegions } from '../contract/organization.js';
import type { Workspace } from './workspace.js';

/** The organization and the regions it can be in. Changing it is in a module of its own, for those who do. */
export function organizationResource(workspace: Workspace) {
  const { client } = workspace;
  const current = workspace.resource(async (call) =>
    client.call(getOrganization, { params: { id: await workspace.organizationId() } }, call),
  );
  const regions = workspace.resource((call) => client.call(listRegions, {}, call));
  return { current, regions };
}

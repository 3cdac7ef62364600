import {
  getOrganization,
  listRegions,
  type OrganizationChange,
  updateOrganization,
} from '../contract/organization.js';
import type { Workspace } from './workspace.js';

/** The organization and the regions it can be in. */
export function organizationResource(workspace: Workspace) {
  const { client } = workspace;
  const current = workspace.resource(async (call) =>
    client.call(getOrganization, { params: { id: await workspace.organizationId() } }, call),
  );
  const regions = workspace.resource((call) => client.call(listRegions, {}, call));
  const update = async (body: OrganizationChange) => {
    const { id } = await current.value(); // the returned one counts, see Organization
    const updated = await client.call(updateOrganization, { params: { id }, body });
    current.set(updated);
    return updated;
  };
  return { current, regions, update };
}

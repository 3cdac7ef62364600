import { getOrganization, listRegions } from '../contract/organization.js';
import type { ApiSession } from './api-session.js';

/** The organization, and the regions it can be in. */
export function organizationResource(session: ApiSession) {
  const { client } = session;
  const current = session.resource(async (call) =>
    client.call(getOrganization, { params: { id: await session.organizationId() } }, call),
  );
  const regions = session.resource((call) => client.call(listRegions, {}, call));
  return { current, regions };
}

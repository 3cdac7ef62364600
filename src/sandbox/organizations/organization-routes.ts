import { splitDomains } from '../../contract/email-domains.js';
import { getOrganization, listRegions } from '../../contract/organization.js';
import { updateOrganization } from '../../contract/organization-change.js';
import { type OrganizationRow, organizations } from '../db/tables.js';
import { forbidden, validationFailed } from '../http/http-error.js';
import { sentFields } from '../http/request-body.js';
import type { Route } from '../http/route.js';

/** The regions that store an organization's data (docs/contract.md 4.3). */
const regions = [
  { id: 'eu-west', name: 'Europe (Ireland)', country: 'IE', is_default: true },
  { id: 'us-east', name: 'United States (Virginia)', country: 'US', is_default: false },
  { id: 'ap-south', name: 'India (Mumbai)', country: 'IN', is_default: false },
] as const;

/** The organization and the regions. */
export function organizationRoutes(route: Route): void {
  /** Throws 403 for any other id, so that the status does not reveal whether another organization exists. */
  const requireOwn = (organization: OrganizationRow, id: string | undefined) => {
    if (organization.id !== id) throw forbidden('You are not a user of this workspace.');
  };

  route(getOrganization, async ({ params, organization }) => {
    requireOwn(organization, params.id);
    return toReply(organization);
  });

  route(updateOrganization, async ({ params, organization, body, change, now }) => {
    requireOwn(organization, params.id);
    if (body.region_id !== undefined && !regions.some(({ id }) => id === body.region_id)) {
      throw validationFailed({ region_id: ['unknown'] });
    }
    // Only the sent fields are written, so that two requests that change different fields both succeed.
    const changed = { ...sentFields(body), updated_at: now.toISOString() };
    if (changed.allowed_email_domains) changed.allowed_email_domains = splitDomains(changed.allowed_email_domains);
    return change('organization', async (rows, caller) => {
      await rows.update(organizations, { id: organization.id }, changed);
      return toReply({ ...caller.organization, ...changed });
    });
  });

  route(listRegions, async () => ({ items: regions, total: regions.length }));
}

function toReply({ created_at, updated_at, users_version, ...shown }: OrganizationRow) {
  return shown;
}

import { splitDomains } from '../../contract/email-domains.js';
import { getOrganization, listRegions } from '../../contract/organization.js';
import { updateOrganization } from '../../contract/organization-change.js';
import { type OrganizationRow, organizations } from '../db/tables.js';
import { forbidden, notFound, unacceptable } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { regions } from './regions.js';

/** The workspace itself, and the regions it may live in. */
export function organizationRoutes(route: Route, { store }: Services): void {
  /** Whether another workspace exists is nobody's business, so both read the same. */
  const demandOwn = (organization: OrganizationRow, id: string | undefined) => {
    if (organization.id !== id) throw forbidden('You are not a member of this workspace');
  };

  route(getOrganization, async ({ params, organization }) => {
    demandOwn(organization, params.id);
    return onWire(organization);
  });

  route(updateOrganization, async ({ params, organization, body, now }) => {
    demandOwn(organization, params.id);
    if (body.region_id !== undefined && !regions.some(({ id }) => id === body.region_id)) {
      throw unacceptable({ region_id: ['unknown'] });
    }
    // Only what was sent is written, so that two people who change different fields at once both succeed.
    const { name, website, region_id, allowed_email_domains: domains } = body;
    await store.update(
      organizations,
      { id: organization.id },
      {
        ...(name === undefined ? {} : { name }),
        ...(website === undefined ? {} : { website }),
        ...(region_id === undefined ? {} : { region_id }),
        ...(domains === undefined ? {} : { allowed_email_domains: splitDomains(domains) }),
        updated_at: now.toISOString(),
      },
    );
    const changed = await store.get(organizations, organization.id);
    if (!changed) throw notFound();
    return onWire(changed);
  });

  route(listRegions, async () => ({ items: regions, total: regions.length }));
}

function onWire({ created_at, updated_at, people_version, ...shown }: OrganizationRow) {
  return shown;
}

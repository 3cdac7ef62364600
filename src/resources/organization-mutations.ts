import type { Organization } from '../contract/organization.js';
import { type OrganizationChange, updateOrganization as operation } from '../contract/organization-change.js';
import type { ApiSession } from './api-session.js';
import { hasChange, mutate } from './mutation.js';
import { organizationResource } from './organization.js';

/** Changes the organization; sends only the fields in `change`. */
export async function updateOrganization(session: ApiSession, change: OrganizationChange): Promise<Organization> {
  const { current } = session.use(organizationResource);
  const { id } = await current.value(); // may differ from the requested id, see `organization` in the contract
  return mutate({
    resource: current,
    write: () => session.client.call(operation, { params: { id }, body: change }),
    confirm: (organization) => (hasChange(organization, change) ? organization : undefined),
    apply: (organization) => current.set(organization),
  });
}

/** Reads the organization again. */
export function latestOrganization(session: ApiSession): Promise<Organization> {
  const { current } = session.use(organizationResource);
  current.invalidate();
  return current.value();
}

/** Adds a domain to the allowed domains. The request replaces the list, so the list is read again first. */
export async function addAllowedDomain(session: ApiSession, domain: string): Promise<Organization> {
  const { allowed_email_domains: domains = [] } = await latestOrganization(session);
  return updateOrganization(session, { allowed_email_domains: [...new Set([...domains, domain])] });
}

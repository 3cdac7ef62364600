import type { Organization } from '../contract/organization.js';
import { type OrganizationChange, updateOrganization as operation } from '../contract/organization-change.js';
import type { ApiSession } from './api-session.js';
import { hasChange, mutate } from './mutation.js';
import { organizationResource } from './organization.js';

/** Changes the organization; sends only what is in `change`. */
export async function updateOrganization(session: ApiSession, change: OrganizationChange): Promise<Organization> {
  const { current } = session.use(organizationResource);
  const { id } = await current.value(); // the id in the reply counts, see the contract's `organization`
  return mutate({
    resource: current,
    write: () => session.client.call(operation, { params: { id }, body: change }),
    confirm: (organization) => (hasChange(organization, change) ? organization : undefined),
    apply: (organization) => current.set(organization),
  });
}

/** The organization as the server has it now. */
export function latestOrganization(session: ApiSession): Promise<Organization> {
  const { current } = session.use(organizationResource);
  current.invalidate();
  return current.value();
}

/** Adds a domain to the allowed ones. The whole list is sent, so it is read again just before. */
export async function addAllowedDomain(session: ApiSession, domain: string): Promise<Organization> {
  const { allowed_email_domains: domains = [] } = await latestOrganization(session);
  return updateOrganization(session, { allowed_email_domains: [...new Set([...domains, domain])] });
}

import type { Organization } from '../../contract/organization.js';
import type { OrganizationChange } from '../../contract/organization-change.js';
import type { en } from './en.js';

/** Keys of the labels of the editable fields, by field. */
export const labels = {
  name: 'name',
  website: 'website',
  allowed_email_domains: 'domains',
  region_id: 'region',
} satisfies Record<keyof OrganizationChange, keyof typeof en>;

/** The texts of the editable fields, as the form shows them. */
export function textsOf(organization: Organization | undefined): Record<keyof typeof labels, string> {
  const { name = '', website = '', allowed_email_domains: domains = [], region_id = '' } = organization ?? {};
  return { name, website, allowed_email_domains: domains.join(', '), region_id };
}

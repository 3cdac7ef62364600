import * as z from 'zod/mini';
import { domainError } from './email-domains.js';
import { endpoint } from './endpoint.js';
import { organization } from './organization.js';
import { checked } from './wire.js';

/** Whether a text is a web address, without invisible characters, user name and password. */
function isWebsite(text: string): boolean {
  const isWebAddress = /^https?:\/\/[^\s/]\S*$/i.test(text) && URL.canParse(text);
  return isWebAddress && !/^https?:\/\/[^/\\?#]*@|\p{Cf}/iu.test(text);
}

/**
 * Body of {@link updateOrganization}: at least one field, only those that changed. `website: ''` clears the website.
 */
export const organizationChange = checked(
  z.strictObject({
    name: z.optional(checked(z.string(), z.trim(), z.minLength(1), z.maxLength(120))),
    website: z.optional(
      checked(
        z.string(),
        z.trim(),
        z.refine((value) => !value || isWebsite(value), { error: 'url' }),
      ),
    ),
    /** Host names in lower case without `@`; `[]` lifts the restriction. */
    allowed_email_domains: z.optional(
      z.array(
        checked(
          z.string(),
          z.refine((name) => !domainError(name), { error: 'domain' }),
          z.toLowerCase(),
        ),
      ),
    ),
    region_id: z.optional(checked(z.string(), z.minLength(1))),
  }),
  z.refine((change) => Object.keys(change).length > 0, { error: 'empty' }),
);
/** Body of {@link updateOrganization}. */
export type OrganizationChange = z.infer<typeof organizationChange>;

/** Changes the organization and returns the changed organization (docs/contract.md 4.2). Owners and admins only. */
export const updateOrganization = endpoint({
  name: 'updateOrganization',
  method: 'PATCH',
  path: '/api/v1/organizations/profile/{id}',
  auth: 'user',
  basis: 'assumed',
  section: '4.2',
  body: organizationChange,
  reply: organization,
  faults: ['FORBIDDEN', 'NOT_FOUND', 'VALIDATION_FAILED'],
});

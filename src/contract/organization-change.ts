import * as z from 'zod/mini';
import { objectionToDomain } from './email-domains.js';
import { endpoint } from './endpoint.js';
import { organization } from './organization.js';
import { checked } from './wire.js';

/** Whether a text is a web address, without invisible characters, user name and password. */
function isWebsite(text: string): boolean {
  const isWebAddress = /^https?:\/\/[^\s/]\S*$/i.test(text) && URL.canParse(text);
  return isWebAddress && !/^https?:\/\/[^/\\?#]*@|\p{Cf}/iu.test(text);
}

/** What owners and admins may change of a workspace; send only what changed. `website: ''` clears it. */
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
    /** Lower-case host names without `@`; `[]` lifts the restriction. */
    allowed_email_domains: z.optional(
      z.array(
        checked(
          z.string(),
          z.refine((name) => !objectionToDomain(name), { error: 'domain' }),
          z.toLowerCase(),
        ),
      ),
    ),
    region_id: z.optional(checked(z.string(), z.minLength(1))),
  }),
  z.refine((change) => Object.keys(change).length > 0, { error: 'empty' }),
);
export type OrganizationChange = z.infer<typeof organizationChange>;

/** Changes the workspace; answers it as it now is. Owners and admins only. */
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

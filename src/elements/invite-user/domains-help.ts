import type { Organization } from '../../contract/organization.js';
import type { Locale } from '../../locales/locale.js';
import { nameList } from '../../ui/list-text.js';
import type { en } from './en.js';

/** A sentence with the domains that the workspace allows; `undefined` if they are unknown. */
export function domainsHelp(organization: Organization | undefined, locale: Locale<typeof en>): unknown {
  const domains = organization?.allowed_email_domains;
  if (!domains) return undefined;
  if (!domains.length) return locale.t('anyDomain');
  return locale.fill('allowedDomains', { domains: nameList(domains, locale.lang) });
}

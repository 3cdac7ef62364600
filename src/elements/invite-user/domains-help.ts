import type { Organization } from '../../contract/organization.js';
import type { Locale } from '../../locales/locale.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import type { en } from './en.js';

/** Which domains the workspace allows, in words; nothing where that is unknown. */
export function domainsHelp(organization: Organization | undefined, locale: Locale<typeof en>): unknown {
  const domains = organization?.allowed_email_domains;
  if (!domains) return undefined;
  if (!domains.length) return locale.t('anyDomain');
  const list = domains.map((domain, index) => [index ? ', ' : '', bidiIsolate(domain)]);
  return locale.fill('allowedDomains', { domains: list });
}

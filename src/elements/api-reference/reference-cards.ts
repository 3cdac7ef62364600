import type { Client } from '../../client/client.js';
import { getCalcomStatus } from '../../contract/calcom.js';
import { fillPath } from '../../contract/endpoint.js';
import { listGhlAppointments } from '../../contract/ghl.js';
import { getOrganization } from '../../contract/organization.js';
import type { Locale } from '../../locales/locale.js';
import { type Example, requestExamples } from '../base/request-examples.js';
import type { en } from './en.js';

/** A card of `<agni-api-reference>`: a link to documentation, with example requests. */
export interface ReferenceCard {
  /** Unique among the cards; letters, digits and hyphens. */
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  /** Address of the documentation. */
  readonly href: string;
  /** The same request in several languages. */
  readonly examples?: readonly Example[];
}

const docs = 'https://docs.ravan.ai/api-reference/';

/** The kit's own cards. Their examples contain the organization's id and the address of the API that the page uses. */
export function ownCards({ address }: Client, organizationId: string, { t }: Locale<typeof en>): ReferenceCard[] {
  const at = (path: string, query: Record<string, string> = {}) => {
    const url = address(path);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  };
  const scope = { org_id: organizationId };
  const { path } = getOrganization;
  return [
    {
      id: 'api',
      heading: t('api.heading'),
      text: t('api.text'),
      href: `${docs}introduction`,
      examples: requestExamples(at(fillPath(path, { id: organizationId }) ?? path), 'key'),
    },
    {
      id: 'ghl',
      heading: t('ghl.heading'),
      text: t('ghl.text'),
      href: `${docs}ghl/setup-status`,
      examples: requestExamples(at(listGhlAppointments.path, { ...scope, limit: '5' }), 'key'),
    },
    {
      id: 'calcom',
      heading: t('calcom.heading'),
      text: t('calcom.text'),
      href: `${docs}calcom/status`,
      examples: requestExamples(at(getCalcomStatus.path, scope), 'user'),
    },
  ];
}

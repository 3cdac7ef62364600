import { html, nothing } from 'lit';
import { domainOf } from '../../contract/email-addresses.js';
import { objectionToDomain, splitDomains } from '../../contract/email-domains.js';
import type { OrganizationChange } from '../../contract/organization-change.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import { type Outsiders, outsidersOf } from '../../resources/outsiders.js';
import type { ResourceState } from '../../resources/resource.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import type { en } from './en.js';

export { organizationChange } from '../../contract/organization-change.js';
export { saveOrganization } from '../../resources/organization-change.js';
export { addressesResource } from '../../resources/outsiders.js';
export { dialogs } from '../../theme/dialogs.js';

/** The change that the texts of edited fields ask for. */
export function toChange(edits: ReadonlyMap<string, string>): OrganizationChange {
  const { allowed_email_domains: domains, ...texts } = Object.fromEntries(edits);
  const trimmed = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.trim()]));
  return domains === undefined ? trimmed : { ...trimmed, allowed_email_domains: splitDomains(domains) };
}

/** Names every domain in a text that isn't one, each with what is wrong with it. */
export function malformedDomains(text: string, { t }: Locale<typeof en>): string {
  return splitDomains(text)
    .flatMap((name) => {
      const objection = objectionToDomain(name);
      return objection ? [t(`domain.${objection}`, { name })] : [];
    })
    .join(', ');
}

/** Whether a domain isn't one. */
export function isMalformed(name: string): boolean {
  return objectionToDomain(name) !== null;
}

/** Whom an edited list of domains would have kept out, so that nobody is surprised later; the reader first of all. */
export function outsidersNote(
  domains: readonly string[],
  ownEmail: string,
  addresses: ResourceState<readonly string[]>,
  { t }: Locale<typeof en>,
) {
  const isOwnOutside = outsidersOf([ownEmail], domains).people.length > 0;
  return html`
    ${isOwnOutside ? html`<p class="help">${t('ownDomain', { domain: domainOf(ownEmail) })}</p>` : nothing}
    ${addresses.status === 'failed' ? html`<p class="help">${t('outsidersUnknown')}</p>` : nothing}
    ${addresses.status === 'ready' ? outsidersList(outsidersOf(addresses.value, domains), t) : nothing}
  `;
}

function outsidersList({ people, more }: Outsiders, t: Locale<typeof en>['t']) {
  if (!people.length) return nothing;
  const named = people.join(', ');
  return html`<p class="help">
    ${t('outsiders', { people: more ? t('outsidersMore', { people: named, count: more }) : named })}
  </p>`;
}

/** Asks before the region is changed, saying what that means. */
export function regionDialog(
  locale: Locale<typeof en>,
  shared: Locale<typeof sharedWords>,
  names: { before: string; after: string },
  on: { confirm: () => void; closed: () => void },
) {
  const { t } = locale;
  const confirm = (event: Event) => {
    closeDialog(event);
    on.confirm();
  };
  return dialog({
    heading: t('changeRegion'),
    closed: on.closed,
    content: html`
      <p>${t('changeRegionFrom', names)} ${t('changeRegionEffect')}</p>
      <div class="row">
        <button class="secondary" part="button" autofocus @click=${closeDialog}>${shared.t('cancel')}</button>
        <button class="primary" part="button button-primary" @click=${confirm}>${t('changeRegion')}</button>
      </div>
    `,
  });
}

import { html, nothing } from 'lit';
import type { Follower } from '../../context/resource-controller.js';
import { domainOf } from '../../contract/email-addresses.js';
import { objectionToDomain, splitDomains } from '../../contract/email-domains.js';
import type { Organization } from '../../contract/organization.js';
import { type OrganizationChange, organizationChange } from '../../contract/organization-change.js';
import { emit } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import { saveOrganization } from '../../resources/organization-change.js';
import { type Outsiders, outsidersOf } from '../../resources/outsiders.js';
import type { ResourceState } from '../../resources/resource.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { FormSaving } from '../form-saving.js';
import type { en } from './en.js';
import type { OrganizationDesk } from './organization-desk.js';

export { addressesResource } from '../../resources/outsiders.js';
export { usageResource } from '../../resources/usage.js';
export { dialogs } from '../../theme/dialogs.js';

/** Saves the organization, and asks before its region changes: loaded once there is something to see. */
export class OrganizationEditing implements Follower {
  readonly saving: FormSaving<OrganizationChange, Organization>;
  readonly #desk: OrganizationDesk;
  #asksForRegion = false;

  constructor(desk: OrganizationDesk) {
    this.#desk = desk;
    const { pane, form, organization, me } = desk;
    const subject = () => {
      const { id = '', name = '' } = organization.value ?? {};
      return { id, name };
    };
    this.saving = new FormSaving(desk, form, {
      schema: organizationChange,
      body: toChange,
      asks: () => this.#askForRegion(form.changed.includes('region_id')),
      announcement: () => ({ before: 'agni-before-update-organization', detail: subject() }),
      send: saveOrganization,
      saved: () => emit(pane, 'agni-organization-updated', subject()),
      failed: ({ status }) => {
        if (status === 403) void me.load(); // the role may have changed; then the form turns read-only
        if (status === 404 || status === 409) void organization.load();
      },
      shown: () => organization.state,
    });
    pane.follow(this);
  }

  #askForRegion(isAsking: boolean): boolean {
    this.#asksForRegion = isAsking;
    this.#desk.pane.requestUpdate();
    return isAsking;
  }

  /** The question whether to change the region, saying what that means. */
  render() {
    if (!this.#asksForRegion) return nothing;
    const { form, organization, regionName } = this.#desk;
    const { t } = this.#desk.locale();
    const names = {
      before: regionName(organization.value?.region_id ?? ''),
      after: regionName(form.text('region_id')),
    };
    const confirm = (event: Event) => {
      closeDialog(event);
      void this.saving.send();
    };
    return dialog({
      heading: t('changeRegion'),
      closed: () => this.#askForRegion(false),
      content: html`
        <p>${t('changeRegionFrom', names)} ${t('changeRegionEffect')}</p>
        <div class="row">
          <button class="secondary" part="button" autofocus @click=${closeDialog}>
            ${this.#desk.shared().t('cancel')}
          </button>
          <button class="primary" part="button button-primary" @click=${confirm}>${t('changeRegion')}</button>
        </div>
      `,
    });
  }

  /** Nobody answers a question that somebody else was asked. */
  attach(): void {
    this.#askForRegion(false);
  }

  forget(): void {
    this.#askForRegion(false);
  }
}

/** The change that the texts of edited fields ask for. */
function toChange(edits: ReadonlyMap<string, string>): OrganizationChange {
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

import { html, nothing } from 'lit';
import type { SessionObserver } from '../../context/resource-controller.js';
import { domainOf } from '../../contract/email-addresses.js';
import { domainError, splitDomains } from '../../contract/email-domains.js';
import type { Organization } from '../../contract/organization.js';
import { type OrganizationChange, organizationChange } from '../../contract/organization-change.js';
import { emit } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import { updateOrganization } from '../../resources/organization-mutations.js';
import type { ResourceState } from '../../resources/resource.js';
import { type UsersOutsideDomains, usersOutsideDomains } from '../../resources/users-outside-domains.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { FormSaver } from '../base/form-saver.js';
import type { en } from './en.js';
import type { OrganizationContext } from './organization-context.js';

export { splitDomains } from '../../contract/email-domains.js';
export { usageResource } from '../../resources/usage.js';
export { addressesResource } from '../../resources/users-outside-domains.js';
export { dialogs } from '../../theme/dialogs.js';

/** Saves the organization, and asks before its region changes: loaded once there is something to see. */
export class OrganizationEditing implements SessionObserver {
  readonly saving: FormSaver<OrganizationChange, Organization>;
  readonly #context: OrganizationContext;
  #asksForRegion = false;

  constructor(context: OrganizationContext) {
    this.#context = context;
    const { pane, form, organization, me } = context;
    const subject = () => {
      const { id = '', name = '' } = organization.value ?? {};
      return { id, name };
    };
    this.saving = new FormSaver(context, form, {
      schema: organizationChange,
      body: toChange,
      asks: () => this.#askForRegion(form.changed.includes('region_id')),
      announcement: () => ({ before: 'agni-before-update-organization', detail: subject() }),
      send: updateOrganization,
      saved: () => emit(pane, 'agni-organization-updated', subject()),
      failed: ({ status }) => {
        if (status === 403) void me.refetch(); // the role may have changed; then the form turns read-only
        if (status === 404 || status === 409) void organization.refetch();
      },
      shown: () => organization.state,
    });
    pane.addSessionObserver(this);
  }

  #askForRegion(isAsking: boolean): boolean {
    this.#asksForRegion = isAsking;
    this.#context.pane.requestUpdate();
    return isAsking;
  }

  /** The question whether to change the region, saying what that means. */
  render() {
    if (!this.#asksForRegion) return nothing;
    const { form, organization, regionName } = this.#context;
    const { t } = this.#context.locale();
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
            ${this.#context.shared().t('cancel')}
          </button>
          <button class="primary" part="button button-primary" @click=${confirm}>${t('changeRegion')}</button>
        </div>
      `,
    });
  }

  /** Drops the question that the former user was asked. */
  onSessionChange(): void {
    this.#askForRegion(false);
  }

  onSignedOut(): void {
    this.#askForRegion(false);
  }
}

/** The change that the texts of edited fields ask for. */
function toChange(edits: ReadonlyMap<string, string>): OrganizationChange {
  const { allowed_email_domains: domains, ...texts } = Object.fromEntries(edits);
  const trimmed = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.trim()]));
  if (trimmed.website) trimmed.website = trimmed.website.replace(/\p{Cf}/gu, ''); // invisible, and refused by the server
  return domains === undefined ? trimmed : { ...trimmed, allowed_email_domains: splitDomains(domains) };
}

/** Names every domain in a text that isn't one, each with what is wrong with it. */
export function malformedDomains(text: string, { t }: Locale<typeof en>): string {
  return splitDomains(text)
    .flatMap((name) => {
      const fieldError = domainError(name);
      return fieldError ? [t(`domain.${fieldError}`, { name })] : [];
    })
    .join(', ');
}

/** Whether a domain isn't one. */
export function isMalformed(name: string): boolean {
  return domainError(name) !== null;
}

/** Which users an edited list of domains excludes; the signed-in user first of all. */
export function usersOutsideDomainsNote(
  domains: readonly string[],
  ownEmail: string,
  addresses: ResourceState<readonly string[]>,
  { t }: Locale<typeof en>,
) {
  const isOwnOutside = usersOutsideDomains([ownEmail], domains).users.length > 0;
  return html`
    ${isOwnOutside ? html`<p class="help">${t('ownDomain', { domain: domainOf(ownEmail) })}</p>` : nothing}
    ${addresses.status === 'failed' ? html`<p class="help">${t('usersOutsideUnknown')}</p>` : nothing}
    ${addresses.status === 'ready' ? usersOutsideList(usersOutsideDomains(addresses.value, domains), t) : nothing}
  `;
}

function usersOutsideList({ users, more }: UsersOutsideDomains, t: Locale<typeof en>['t']) {
  if (!users.length) return nothing;
  const named = users.join(', ');
  return html`<p class="help">
    ${t('usersOutside', { users: more ? t('usersOutsideMore', { users: named, count: more }) : named })}
  </p>`;
}

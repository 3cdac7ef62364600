import { html, nothing } from 'lit';
import type { ResourceController } from '../../context/resource-controller.js';
import { domainOf } from '../../contract/email-addresses.js';
import { domainError, splitDomains } from '../../contract/email-domains.js';
import type { Organization } from '../../contract/organization.js';
import { type OrganizationChange, organizationChange } from '../../contract/organization-change.js';
import { emit } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import { latestOrganization, updateOrganization } from '../../resources/organization-mutations.js';
import type { ResourceState } from '../../resources/resource.js';
import { usageResource } from '../../resources/usage.js';
import {
  addressesResource,
  type UsersOutsideDomains,
  usersOutsideDomains,
} from '../../resources/users-outside-domains.js';
import { listText } from '../../ui/list-text.js';
import { notice } from '../../ui/notice.js';
import { ConfirmAction } from '../base/confirm-action.js';
import type { FormController } from '../base/form-controller.js';
import { FormSaver } from '../base/form-saver.js';
import { stateOf } from '../base/pane.js';
import type { en } from './en.js';
import type { OrganizationContext } from './organization-context.js';
import { formEn } from './organization-form.en.js';

export { dialogs } from '../../theme/dialogs.js';
export { saveBars } from '../../theme/save-bars.js';

/** The parts of the form that are loaded once the pane shows its data. */
export function organizationForm(context: OrganizationContext) {
  return {
    editing: new OrganizationEditing(context),
    regionFailure: (regions: ResourceController<unknown>) => regionFailure(regions, context),
    ...{ addressesResource, isMalformed, malformedDomains, splitDomains, usageResource, usersOutsideDomainsNote },
  };
}

/** The notice that the regions could not be read, with a Try again button; nothing if the user can't get them. */
function regionFailure(regions: ResourceController<unknown>, { shared, tryAgain }: OrganizationContext) {
  const { state } = regions;
  if (state.status !== 'failed' || stateOf(state.error) !== 'error') return nothing;
  return notice(
    shared().t('failed'),
    tryAgain(() => regions.refetch()),
    'alert',
  );
}

/** Saves the organization, and asks before its region changes. */
class OrganizationEditing {
  readonly saving: FormSaver<OrganizationChange, Organization>;
  readonly #regionChange: ConfirmAction<true>;

  constructor(context: OrganizationContext) {
    const { pane, form, organization, me } = context;
    const subject = () => {
      const { id = '', name = '' } = organization.value ?? {};
      return { id, name };
    };
    this.saving = new FormSaver(context, form, {
      schema: organizationChange,
      body: toChange,
      asks: () => {
        const isRegionChanged = form.changed.includes('region_id');
        if (isRegionChanged) this.#regionChange.open(true);
        return isRegionChanged;
      },
      announcement: (changes) => ({ before: 'agni-before-update-organization', detail: { ...subject(), changes } }),
      send: async (session, change) => updateOrganization(session, await this.#merged(session, change, form)),
      saved: () => emit(pane, 'agni-organization-updated', subject()),
      failed: ({ status }) => {
        if (status === 403) void me.refetch(); // the role may have changed; then the form turns read-only
        if (status === 404 || status === 409) void organization.refetch();
      },
      shown: () => organization.state,
    });
    this.#regionChange = createRegionChange(context, this.saving.send);
  }

  /**
   * The whole list of domains is sent. So the list is read again first, and only the user's own additions and removals
   * are applied to it: domains that others added stay, and domains that others removed don't come back.
   */
  async #merged(session: ApiSession, change: OrganizationChange, form: FormController): Promise<OrganizationChange> {
    const { allowed_email_domains: typed } = change;
    if (!typed) return change;
    const { allowed_email_domains: saved = [] } = await latestOrganization(session);
    const domains = mergeDomains(splitDomains(form.base('allowed_email_domains')), typed, saved);
    return { ...change, allowed_email_domains: domains };
  }

  /** The dialog that asks before the region changes, while it is open. */
  render() {
    return this.#regionChange.render();
  }
}

/** Asks before the region changes. The form's save bar shows the result of saving. */
function createRegionChange({ form, organization, regionName, ...context }: OrganizationContext, save: () => unknown) {
  return new ConfirmAction<true>(context, {
    run: async () => undefined,
    closed: async () => void (await save()),
    isStale: () => organization.isStale,
    message: () => '',
    render: () => {
      const { t } = context.locale().sibling(formEn);
      const names = {
        before: regionName(organization.value?.region_id ?? ''),
        after: regionName(form.text('region_id')),
      };
      return {
        heading: t('changeRegion'),
        consequence: `${t('changeRegionFrom', names)} ${t('changeRegionEffect')}`,
        confirm: t('changeRegion'),
        isDangerous: false,
        notDone: context.shared().t('notSaved'),
        perhapsDone: context.shared().t('notSaved'),
      };
    },
  });
}

/** The request body for the texts of edited fields. */
function toChange(edits: ReadonlyMap<string, string>): OrganizationChange {
  const { allowed_email_domains: domains, ...texts } = Object.fromEntries(edits);
  const trimmed = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.trim()]));
  if (trimmed.website) trimmed.website = trimmed.website.replace(/\p{Cf}/gu, ''); // invisible, and refused by the server
  return domains === undefined ? trimmed : { ...trimmed, allowed_email_domains: splitDomains(domains) };
}

/** Applies the removals and additions of others since `base`, the list that the user saw, to the typed list. */
function mergeDomains(base: readonly string[], typed: readonly string[], saved: readonly string[]): string[] {
  const kept = typed.filter((domain) => !base.includes(domain) || saved.includes(domain));
  const addedByOthers = saved.filter((domain) => !base.includes(domain) && !kept.includes(domain));
  return [...kept, ...addedByOthers];
}

/** The malformed domains in a text, each with its error. */
function malformedDomains(text: string, locale: Locale<typeof en>): string {
  const { t } = locale.sibling(formEn);
  const problems = splitDomains(text).flatMap((name) => {
    const fieldError = domainError(name);
    return fieldError ? [t(`domain.${fieldError}`, { name })] : [];
  });
  return listText(problems, locale.lang).join('');
}

function isMalformed(name: string): boolean {
  return domainError(name) !== null;
}

/** Which users an edited list of domains excludes; the signed-in user first of all. */
function usersOutsideDomainsNote(
  domains: readonly string[],
  ownEmail: string,
  addresses: ResourceState<readonly string[]>,
  locale: Locale<typeof en>,
) {
  const words = locale.sibling(formEn);
  const { t } = words;
  const isOwnOutside = usersOutsideDomains([ownEmail], domains).users.length > 0;
  return html`
    ${isOwnOutside ? html`<p class="help">${t('ownDomain', { domain: domainOf(ownEmail) })}</p>` : nothing}
    ${addresses.status === 'failed' ? html`<p class="help">${t('usersOutsideUnknown')}</p>` : nothing}
    ${addresses.status === 'ready' ? usersOutsideList(usersOutsideDomains(addresses.value, domains), words) : nothing}
  `;
}

function usersOutsideList({ users, more }: UsersOutsideDomains, { t, lang }: Locale<typeof formEn>) {
  if (!users.length) return nothing;
  const named = listText(users, lang, more > 0).join('');
  return html`<p class="help">
    ${t('usersOutside', { users: more ? t('usersOutsideMore', { users: named, count: more }) : named })}
  </p>`;
}

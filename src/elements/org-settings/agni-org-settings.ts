import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ResourceController } from '../../context/resource-controller.js';
import { organizationResource } from '../../resources/organization.js';
import { base } from '../../theme/base.js';
import { controls } from '../../theme/controls.js';
import { facts } from '../../theme/facts.js';
import { forms } from '../../theme/forms.js';
import { meters } from '../../theme/meters.js';
import { type Field, selectField, textField } from '../../ui/field.js';
import { close, icon } from '../../ui/icon.js';
import { saveBar } from '../../ui/save-bar.js';
import { AgniPane } from '../base/agni-pane.js';
import { FormController } from '../base/form-controller.js';
import { type HiddenFields, shownTexts } from '../base/hidden-fields.js';
import { LazyPart } from '../base/lazy-part.js';
import { styles } from './agni-org-settings.styles.js';
import { en } from './en.js';
import type { OrganizationContext } from './organization-context.js';
import { organizationFacts } from './organization-facts.js';
import { labels, textsOf } from './organization-fields.js';

/**
 * Shows the organization with its plan and usage, and lets owners and admins change its name, website, allowed email
 * domains and region. Only changed fields are sent.
 * @element agni-org-settings
 * @fires agni-before-update-organization - about to save changes of the organization; cancelable
 * @fires agni-organization-updated - the server has saved the change
 * @slot field - a field of the host's own at the end of the form; changes of its controls are saved by a listener of the before-event
 * @csspart badge - an allowed domain
 */
export class AgniOrgSettings extends AgniPane<typeof en> {
  static override styles = [base, controls, facts, forms, meters, styles];

  /** Names of fields that are not shown, separated by spaces: `name`, `website`, `domains`, `region`. */
  @property() hide: HiddenFields<typeof labels> = '';

  protected readonly words = { prefix: 'organization', table: en, labels };
  protected override readonly skeletonCount = 2;

  readonly #organization = new ResourceController(this, (session) => session.use(organizationResource).current);
  readonly #regions = new ResourceController(this, (session) => session.use(organizationResource).regions);
  readonly #seats = new ResourceController(
    this,
    (session) => this.#formPart.part && session.use(this.#formPart.part.usageResource).seats,
  );
  readonly #agents = new ResourceController(
    this,
    (session) => this.#formPart.part && session.use(this.#formPart.part.usageResource).agents,
  );
  readonly #addresses = new ResourceController(this, (session) => {
    return this.#formPart.part && this.#areDomainsEdited
      ? session.use(this.#formPart.part.addressesResource)
      : undefined;
  });
  protected override readonly needs = [this.#organization];
  readonly #form = new FormController(this, () => shownTexts(textsOf(this.#organization.value), this.hide, this.words));
  readonly #formPart = new LazyPart(
    this,
    async () => {
      const { dialogs, saveBars, organizationForm } = await import('./organization-form.lazy.js');
      this.adopt(dialogs, saveBars);
      return organizationForm(this.context);
    },
    () => this.state === 'ready',
  );

  override get dirty(): boolean {
    return this.#form.isDirty;
  }

  get #areDomainsEdited(): boolean {
    return this.#form.changed.includes('allowed_email_domains');
  }

  /** Why nothing can be changed; empty if it can. */
  get #readonlyReason(): string {
    if (this.readonly) return this.shared.t('readonly');
    if (!this.can('organization:update')) return this.locale.t('memberReadonly');
    return this.session?.client.offers('updateOrganization') ? '' : this.shared.t('error.UNAVAILABLE');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    for (const late of [this.#seats, this.#agents, this.#addresses]) late.update();
  }

  protected override renderContent() {
    const { value: organization } = this.#organization;
    if (!organization) return nothing;
    const used = { seats: this.#seats.value, agents: this.#agents.value };
    return html`
      ${this.renderLazyFailure(this.#formPart)}
      <form class="stack" novalidate @input=${this.#form.take} @submit=${this.#submit}>
        ${organizationFacts(organization, used, this.locale, this.shared, this.announce)}
        <div class="card"><div class="pair">${this.#renderFields()}</div></div>
        ${this.#renderEnd()}
      </form>
      ${this.#readonlyReason ? nothing : this.#formPart.part?.editing.render()}
    `;
  }

  #renderFields() {
    const { t } = this.locale;
    const readonly = !!this.#readonlyReason;
    const field = (name: keyof typeof labels) => ({
      name,
      label: t(labels[name]),
      readonly,
      value: this.#form.text(name),
      fieldError: this.fieldErrorMessage(this.#form.fieldError(name)),
    });
    const isUnknown = !this.#organization.value?.allowed_email_domains && !this.#areDomainsEdited;
    const fields = {
      name: () => textField({ ...field('name'), autocomplete: 'organization', isRequired: true }),
      website: () =>
        textField({
          ...field('website'),
          optional: this.shared.t('optional'),
          type: 'url',
          autocomplete: 'url',
        }),
      allowed_email_domains: () =>
        textField({
          ...field('allowed_email_domains'),
          optional: this.shared.t('optional'),
          help: isUnknown ? t('domainsUnknown') : t('domainsHelp'),
          fieldError: this.#domainsError,
          [this.#areDomainsEdited ? 'below' : 'before']: this.#renderDomains(),
        }),
      region_id: () => this.#renderRegion(field('region_id')),
    } satisfies Record<keyof typeof labels, () => unknown>;
    return html`${(Object.keys(labels) as (keyof typeof labels)[]).map((name) => (this.#form.has(name) ? fields[name]() : nothing))}
      <slot name="field"></slot>`;
  }

  #renderEnd() {
    if (this.#readonlyReason) return html`<p class="muted">${this.#readonlyReason}</p>`;
    return saveBar(
      this.shared,
      { isDirty: this.dirty, hasLoadFailed: this.#formPart.hasFailed, ...this.#formPart.part?.editing.saving.state },
      this.#discard,
    );
  }

  get #domainsError(): string | undefined {
    const fieldError = this.#form.fieldError('allowed_email_domains');
    if (fieldError?.reason !== 'domain' || !this.#formPart.part) return this.fieldErrorMessage(fieldError);
    const list = this.#formPart.part.malformedDomains(this.#form.text('allowed_email_domains'), this.locale);
    return this.fieldErrorMessage({ reason: 'domain', values: { list } });
  }

  /** The domains as parsed from the field, and the users whom they exclude. */
  #renderDomains() {
    const { t } = this.locale;
    const saved = this.#organization.value?.allowed_email_domains;
    const typed = this.#areDomainsEdited && this.#formPart.part?.splitDomains(this.#form.text('allowed_email_domains'));
    const domains = typed || saved || [];
    const isKnown = saved || this.#areDomainsEdited;
    const isBad = (name: string) => this.#areDomainsEdited && this.#formPart.part?.isMalformed(name);
    return html`
      <ul class="chips ${this.#areDomainsEdited ? '' : 'tokens'}" part="list" role="list" aria-label=${t('domainsUnderstood')}>
        ${domains.map(
          (name) => html`<li class="chip ${isBad(name) ? 'bad' : ''}" part="badge">
            <bdi translate="no">${name}</bdi>${this.#renderDomainRemoval(name, domains)}
          </li>`,
        )}
        ${domains.length || !isKnown ? nothing : html`<li class="muted">${t('anyDomain')}</li>`}
      </ul>
      ${
        this.#areDomainsEdited
          ? this.#formPart.part?.usersOutsideDomainsNote(
              domains,
              this.me.value?.email ?? '',
              this.#addresses.state,
              this.locale,
            )
          : nothing
      }
    `;
  }

  #renderDomainRemoval(name: string, domains: readonly string[]) {
    if (this.#readonlyReason) return nothing;
    const remove = () => {
      const field = this.renderRoot.querySelector<HTMLInputElement>('[name=allowed_email_domains]');
      if (!field) return;
      field.value = domains.filter((domain) => domain !== name).join(', ');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
    };
    const label = this.locale.t('removeDomain', { name });
    return html`<button part="button" type="button" aria-label=${label} title=${label} @click=${remove}>${icon(close)}</button>`;
  }

  #renderRegion(field: Pick<Field, 'name' | 'label' | 'readonly' | 'value' | 'fieldError'>) {
    const help = this.locale.t('regionHelp');
    const regions = this.#regions.value?.items;
    if (field.readonly || !regions?.length) {
      const below = this.#formPart.part?.regionFailure(this.#regions);
      return textField({ ...field, help, below, value: this.#regionName(field.value), readonly: true });
    }
    const ids = regions.map(({ id }) => id);
    const known = ids.includes(field.value) ? ids : [field.value, ...ids];
    const options = known.map((value) => ({ value, text: this.#regionName(value) }));
    return selectField({ ...field, help, options });
  }

  #regionName(id: string): string {
    const region = this.#regions.value?.items.find((candidate) => candidate.id === id);
    if (!region) return id;
    return region.is_default ? this.locale.t('regionDefault', { name: region.name }) : region.name;
  }

  protected override get context(): OrganizationContext {
    return {
      ...super.context,
      form: this.#form,
      organization: this.#organization,
      me: this.me,
      regionName: (id) => this.#regionName(id),
    };
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const part = await this.#formPart.load();
    if (!this.#readonlyReason) await part?.editing.saving.submit();
  };

  readonly #discard = (): void => {
    this.reset();
    this.announce(this.shared.t('discarded'));
  };

  override reset(): void {
    this.#form.reset();
    this.#formPart.part?.editing.saving.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-org-settings': AgniOrgSettings;
  }
}

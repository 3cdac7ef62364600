import { html, nothing, type PropertyValues } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import { FormController } from '../../context/form-controller.js';
import { ResourceController } from '../../context/resource-controller.js';
import { splitDomains } from '../../contract/email-domains.js';
import type { Organization } from '../../contract/organization.js';
import { emit } from '../../events.js';
import { organizationResource } from '../../resources/organization.js';
import { base } from '../../theme/base.js';
import { controls } from '../../theme/controls.js';
import { type Field, selectField, textField } from '../../ui/field.js';
import { saveBar } from '../../ui/save-bar.js';
import { AgniPane } from '../pane.js';
import { styles } from './agni-org-settings.styles.js';
import { en } from './en.js';
import { organizationFacts } from './organization-facts.js';

type Editing = typeof import('./organization-editing.js');
type Usage = typeof import('../../resources/usage.js');

/**
 * Shows the organization with its plan and usage, and lets owners and admins change its name, website, allowed e-mail
 * domains and region. Only what was changed is sent.
 * @element agni-org-settings
 * @fires {CustomEvent<SubjectDetail & Holdable>} agni-before-update-organization - about to save; cancelable
 * @fires {CustomEvent<SubjectDetail>} agni-organization-updated - the server has saved the change
 * @csspart badge - a domain as it was understood
 */
export class AgniOrgSettings extends AgniPane<typeof en> {
  static override styles = [base, controls, styles];

  protected readonly words = { prefix: 'organization', table: en };

  readonly #organization = new ResourceController(this, (workspace) => workspace.use(organizationResource).current);
  readonly #regions = new ResourceController(this, (workspace) => workspace.use(organizationResource).regions);
  readonly #seats = new ResourceController(this, (workspace) => this.#usage && workspace.use(this.#usage).seats);
  readonly #agents = new ResourceController(this, (workspace) => this.#usage && workspace.use(this.#usage).agents);
  readonly #addresses = new ResourceController(this, (workspace) => {
    return this.#editing && this.#areDomainsEdited ? workspace.use(this.#editing.addressesResource) : undefined;
  });
  protected readonly needs = [this.#organization];
  readonly #form = new FormController(this, () => textsOf(this.#organization.value));
  readonly #save = new ActionController<Organization>(this);
  #asksForRegion = false;
  // What the first sight doesn't need is fetched once there is something to see.
  #editing: Editing | undefined;
  #usage: Usage['usageResource'] | undefined;
  #rest: Promise<Editing | undefined> | undefined;
  #isRestMissing = false;
  #isUnchanged = false;

  constructor() {
    super();
    // Nobody answers a question that somebody else was asked.
    const stopAsking = () => this.#askForRegion(false);
    this.follow({ attach: stopAsking, forget: stopAsking });
  }

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
    return this.workspace?.client.offers('updateOrganization') ? '' : this.shared.t('error.UNAVAILABLE');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.dirty) this.#isUnchanged = false;
    this.#addresses.update();
    if (this.state === 'ready') void this.#loadRest();
  }

  protected override renderContent() {
    const { value: organization } = this.#organization;
    if (!organization) return nothing;
    const used = { seats: this.#seats.value, agents: this.#agents.value };
    return html`
      <form class="stack" novalidate @input=${this.#form.take} @submit=${this.#submit}>
        ${organizationFacts(organization, used, this.locale, this.shared, this.announce)} ${this.#renderFields()}
      </form>
      ${this.#asksForRegion && !this.#readonlyReason ? this.#renderRegionDialog() : nothing}
    `;
  }

  #renderFields() {
    const { t } = this.locale;
    const reason = this.#readonlyReason;
    const readonly = !!reason;
    const field = (name: string) => ({
      name,
      readonly,
      value: this.#form.text(name),
      objection: this.sayObjection(this.#form.objection(name)),
    });
    const isUnknown = !this.#organization.value?.allowed_email_domains && !this.#areDomainsEdited;
    return html`
      ${textField({ ...field('name'), label: t('name'), autocomplete: 'organization' })}
      ${textField({
        ...field('website'),
        label: t('website'),
        help: t('websiteHelp'),
        type: 'url',
        autocomplete: 'url',
      })}
      ${textField({
        ...field('allowed_email_domains'),
        label: t('domains'),
        help: isUnknown ? t('domainsUnknown') : t('domainsHelp'),
        objection: this.#domainsObjection,
        below: this.#renderDomains(),
      })}
      ${this.#renderRegion(field('region_id'))}
      ${
        reason
          ? html`<p class="muted">${reason}</p>`
          : saveBar(
              this.shared,
              {
                isDirty: this.dirty,
                isPending: this.#save.isPending,
                isSaved: this.#save.state.status !== 'idle',
                isUnchanged: this.#isUnchanged,
                objectionCount: this.#form.objectionCount,
                error: this.#saveError,
              },
              this.#discard,
            )
      }
    `;
  }

  get #domainsObjection(): string | undefined {
    const objection = this.#form.objection('allowed_email_domains');
    if (objection?.reason !== 'domain' || !this.#editing) return this.sayObjection(objection);
    const list = this.#editing.malformedDomains(this.#form.text('allowed_email_domains'), this.locale);
    return this.sayObjection({ reason: 'domain', values: { list } });
  }

  /** The domains as they were understood, and whom they would leave out. */
  #renderDomains() {
    const { t } = this.locale;
    const domains = splitDomains(this.#form.text('allowed_email_domains'));
    const isKnown = this.#organization.value?.allowed_email_domains || this.#areDomainsEdited;
    const isBad = (name: string) => this.#areDomainsEdited && this.#editing?.isMalformed(name);
    return html`
      <ul class="chips" part="list" aria-label=${t('domainsUnderstood')}>
        ${domains.map((name) => html`<li class="badge ${isBad(name) ? 'bad' : ''}" part="badge"><bdi>${name}</bdi></li>`)}
        ${domains.length || !isKnown ? nothing : html`<li class="muted">${t('anyDomain')}</li>`}
      </ul>
      ${
        this.#editing && this.#areDomainsEdited
          ? this.#editing.outsidersNote(domains, this.me.value?.email ?? '', this.#addresses.state, this.locale)
          : nothing
      }
    `;
  }

  #renderRegion(field: Pick<Field, 'name' | 'readonly' | 'value' | 'objection'>) {
    const { t } = this.locale;
    const label = t('region');
    const help = t('regionHelp');
    const regions = this.#regions.value?.items;
    if (field.readonly || !regions?.length) {
      return textField({ ...field, label, help, value: this.#regionName(field.value), readonly: true });
    }
    const known = regions.some(({ id }) => id === field.value)
      ? regions
      : [{ id: field.value, name: field.value }, ...regions];
    const options = known.map(({ id }) => ({ value: id, text: this.#regionName(id) }));
    return selectField({ ...field, label, help, options });
  }

  #regionName(id: string): string {
    const region = this.#regions.value?.items.find((candidate) => candidate.id === id);
    if (!region) return id;
    return region.is_default ? this.locale.t('regionDefault', { name: region.name }) : region.name;
  }

  #renderRegionDialog() {
    const names = {
      before: this.#regionName(this.#organization.value?.region_id ?? ''),
      after: this.#regionName(this.#form.text('region_id')),
    };
    const closed = () => this.#askForRegion(false);
    return this.#editing?.regionDialog(this.locale, this.shared, names, { confirm: this.#saveEdits, closed });
  }

  /** What went wrong beside what stands at the fields, and whether anything was saved. */
  get #saveError(): string | undefined {
    const { t } = this.shared;
    if (this.#isRestMissing) return `${t('failed')} ${t('notSaved')}`;
    const { error } = this.#save;
    if (!error || !this.dirty || (this.#form.objectionCount && !this.#form.unplaced.length)) return undefined;
    const { state } = this.#organization;
    const isInDoubt = error.isAnswerLost && state.status === 'ready' && state.error;
    return [this.say(error), ...this.#form.unplaced, t(isInDoubt ? 'perhapsSaved' : 'notSaved')].join(' ');
  }

  /** Fetches what only usage and editing need, once there is something to see. */
  #loadRest(): Promise<Editing | undefined> {
    this.#rest ??= Promise.all([import('../../resources/usage.js'), import('./organization-editing.js')]).then(
      ([usage, editing]) => {
        this.#usage = usage.usageResource;
        this.#editing = editing;
        this.adopt(editing.dialogs);
        this.#seats.update();
        this.#agents.update();
        this.requestUpdate();
        return editing;
      },
      () => {
        this.#rest = undefined; // a bad connection: the next rendering tries again, and saving says so
        return undefined;
      },
    );
    return this.#rest;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#readonlyReason || this.#save.isPending) return;
    this.#isUnchanged = !this.dirty;
    this.requestUpdate();
    if (this.#isUnchanged) return;
    const editing = await this.#loadRest();
    this.#isRestMissing = !editing;
    if (!editing) return;
    const isValid = this.#form.check(editing.organizationChange, editing.toChange(this.#form.edits));
    if (!isValid) await this.focusFirstInvalid();
    else if (this.#form.changed.includes('region_id')) this.#askForRegion(true);
    else await this.#saveEdits();
  };

  #askForRegion(isAsking: boolean): void {
    this.#asksForRegion = isAsking;
    this.requestUpdate();
  }

  readonly #saveEdits = async (): Promise<void> => {
    const { workspace } = this;
    const { value: organization } = this.#organization;
    const editing = this.#editing;
    if (!workspace || !organization || !editing) return;
    const { id, name } = organization;
    const sent = this.#form.edits;
    const isSaved = await this.#save.run({ before: 'agni-before-update-organization', detail: { id, name } }, () =>
      editing.saveOrganization(workspace, editing.toChange(sent)),
    );
    if (isSaved) {
      this.#form.accept(sent);
      emit(this, 'agni-organization-updated', { id, name: this.#organization.value?.name ?? name });
    }
    const { error } = this.#save;
    if (!error) return;
    if (error.status === 403) void this.me.load(); // the role may have changed; then the form turns read-only
    if (error.status === 404 || error.status === 409) void this.#organization.load();
    this.#form.refuse(error);
    await this.focusFirstInvalid();
  };

  readonly #discard = (): void => {
    this.reset();
    this.announce(this.shared.t('discarded'));
  };

  override reset(): void {
    this.#isUnchanged = false;
    this.#isRestMissing = false;
    this.#form.reset();
    this.#save.reset();
  }
}

/** The editable fields as texts, the way the form shows them. */
function textsOf(organization: Organization | undefined): Record<string, string> {
  const { name = '', website = '', allowed_email_domains: domains = [], region_id = '' } = organization ?? {};
  return { name, website, allowed_email_domains: domains.join(', '), region_id };
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-org-settings': AgniOrgSettings;
  }
}

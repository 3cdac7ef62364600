import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { FormController } from '../../context/form-controller.js';
import { ResourceController } from '../../context/resource-controller.js';
import { organizationResource } from '../../resources/organization.js';
import { base } from '../../theme/base.js';
import { controls } from '../../theme/controls.js';
import { selectField, textField } from '../../ui/field.js';
import { notice } from '../../ui/notice.js';
import { trueOrder } from '../../ui/true-order.js';
import { AgniPane } from '../pane.js';
import { styles } from './agni-invite-user.styles.js';
import { en } from './en.js';
import type { InviteDesk } from './invite-desk.js';

type Sending = InstanceType<typeof import('./sending.js').Sending>;
type Several = InstanceType<typeof import('./several.js').Several>;

const emptyForm = { email: '', first_name: '', last_name: '', role: 'MEMBER' };

/**
 * Invites people to the workspace, one by a form or many from a list. What is known of an address is said while it's
 * typed: whether its domain is allowed, and whether somebody has it already. The server decides.
 * @element agni-invite-user
 * @fires {CustomEvent<PersonDetail & Holdable>} agni-before-send-invitation - about to invite somebody; cancelable
 * @fires {CustomEvent<PersonDetail & Holdable>} agni-before-resend-invitation - about to mail once more; cancelable
 * @fires {CustomEvent<SubjectDetail & Holdable>} agni-before-update-organization - about to allow a domain; cancelable
 * @fires {CustomEvent<PersonDetail>} agni-invitation-sent - somebody was invited
 * @fires {CustomEvent<PersonDetail>} agni-invitation-resent - somebody was mailed a new temporary password
 * @fires {CustomEvent<SubjectDetail>} agni-organization-updated - a domain was added to the allowed ones
 * @csspart table - the table of several people
 * @csspart cell - a cell of it
 */
export class AgniInviteUser extends AgniPane<typeof en> {
  static override styles = [base, controls, styles];

  /** Takes the choice of a role away: everybody is invited as what the server makes of it, MEMBER. */
  @property({ type: Boolean, attribute: 'no-role' }) noRole = false;

  protected readonly words = { prefix: 'invite', table: en };

  readonly #organization = new ResourceController(this, (workspace) => workspace.use(organizationResource).current);
  protected readonly needs = [this.#organization];
  readonly #form = new FormController(this, () => emptyForm);
  // What only sending needs is fetched once there is something to see, and many people when somebody asks for that.
  #sending: Sending | undefined;
  #several: Several | undefined;
  #rest: Promise<void> | undefined;
  #hasRestFailed = false;
  #isForSeveral = false;

  override get dirty(): boolean {
    return this.#form.isDirty || !!this.#several?.isDirty;
  }

  protected override get denial(): string {
    return this.can('users:invite') ? '' : this.locale.t('mayNotInvite');
  }

  /** Why nobody can be invited; empty if somebody can. */
  get #readonlyReason(): string {
    if (this.readonly) return this.shared.t('readonly');
    return this.workspace?.client.offers('inviteUser') ? '' : this.locale.t('invitingOff');
  }

  /** Why there is no seat left; empty if there is one. */
  get #fullReason(): string {
    const { used, count } = this.#sending?.seats ?? { used: 0, count: 1 };
    return used < count ? '' : this.locale.t('full', { count });
  }

  /** The roles this person may give: only an owner makes an owner. */
  get #roles(): readonly string[] {
    if (this.noRole) return [];
    const isOwner = this.me.value?.role === 'OWNER' || this.me.value?.role === 'SUPERADMIN';
    return isOwner ? ['MEMBER', 'ADMIN', 'OWNER'] : ['MEMBER', 'ADMIN'];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.state === 'ready' && !this.#readonlyReason && !this.#hasRestFailed) void this.#loadRest();
  }

  protected override renderContent() {
    const reason = this.#readonlyReason;
    if (reason) return html`<p class="muted">${reason}</p>`;
    return html`
      ${this.#hasRestFailed ? notice(this.shared.t('failed'), nothing, 'alert') : nothing}
      ${this.#isForSeveral && this.#several ? this.#several.render() : this.#renderForm()}
    `;
  }

  protected override renderDialogs() {
    return this.#sending?.renderDialog() ?? nothing;
  }

  protected override renderAction() {
    if (this.#readonlyReason) return nothing;
    return html`<button class="secondary" part="button" @click=${this.#switch}>
      ${this.locale.t(this.#isForSeveral ? 'one' : 'several')}
    </button>`;
  }

  #renderForm() {
    const { t } = this.locale;
    const field = (name: keyof typeof emptyForm) => ({
      name,
      value: this.#form.text(name),
      objection: this.#sayObjection(name),
    });
    const roles = this.#roles;
    return html`<form
      class="stack"
      novalidate
      autocomplete="off"
      @input=${this.#form.take}
      @change=${this.#look}
      @submit=${this.#submit}
    >
      <div role="status">${this.#sending?.renderOutcome()}</div>
      <p class="muted">${t('note')}</p>
      ${textField({
        ...field('email'),
        label: t('email'),
        keys: 'email',
        help: this.#domainsHelp,
        below: this.#sending?.renderNote(),
      })}
      <div class="pair">
        ${textField({ ...field('first_name'), label: t('firstName') })}
        ${textField({ ...field('last_name'), label: t('lastName') })}
      </div>
      ${
        roles.length
          ? selectField({
              ...field('role'),
              label: t('role'),
              help: t(`roleHelp.${this.#form.text('role')}` as keyof typeof en),
              options: roles.map((role) => ({ value: role, text: role })),
            })
          : nothing
      }
      ${this.#sending?.renderPreview()} ${this.#renderEnd()}
    </form>`;
  }

  /** Whom the form is for, as far as that's known. */
  get #domainsHelp(): unknown {
    const domains = this.#organization.value?.allowed_email_domains;
    if (!domains) return undefined;
    if (!domains.length) return this.locale.t('anyDomain');
    const list = domains.map((domain, index) => [index ? ', ' : '', trueOrder(domain)]);
    return this.locale.fill('allowedDomains', { domains: list });
  }

  #sayObjection(field: string): unknown {
    const objection = this.#form.objection(field);
    return this.#sending ? this.#sending.sayObjection(objection) : this.sayObjection(objection);
  }

  #renderEnd() {
    const { t } = this.locale;
    const isPending = !!this.#sending?.isPending;
    const count = this.#form.objectionCount;
    const error = this.#sending?.error;
    const { seats } = this.#sending ?? {};
    const full = this.#fullReason;
    const status = isPending ? t('sending') : count ? this.shared.t('attention', { count }) : '';
    return html`
      ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
      <div class="save-bar">
        <button
          class="primary"
          part="button button-primary"
          aria-disabled=${isPending || !!full}
          aria-describedby=${full ? 'seats' : nothing}
        >
          ${t('send')}
        </button>
        ${
          this.#form.isDirty
            ? html`<button class="quiet" part="button" type="button" aria-disabled=${isPending} @click=${this.#discard}>
                ${this.shared.t('discard')}
              </button>`
            : nothing
        }
        <span class="help" role="status">${status}</span>
      </div>
      ${seats ? html`<p id="seats" class=${full ? 'warn' : 'help'}>${full || t('seats', { ...seats })}</p>` : nothing}
    `;
  }

  /** Fetches what only sending needs. */
  #loadRest(): Promise<void> {
    this.#rest ??= Promise.all([import('./sending.js'), import('../../theme/dialogs.js')]).then(
      ([{ Sending }, { dialogs }]) => {
        this.adopt(dialogs);
        this.#sending = new Sending(this.desk);
        this.requestUpdate();
      },
      () => {
        this.#rest = undefined; // a bad connection; the next press tries again
        this.#hasRestFailed = true;
        this.requestUpdate();
      },
    );
    return this.#rest;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#readonlyReason) return;
    this.#hasRestFailed = false;
    await this.#loadRest();
    if (this.#fullReason) this.announce(this.#fullReason);
    else await this.#sending?.submit();
  };

  readonly #look = (event: Event): void => {
    if ((event.target as HTMLInputElement).name === 'email') this.#sending?.lookUp();
  };

  readonly #switch = async (): Promise<void> => {
    this.#hasRestFailed = false;
    await this.#loadRest();
    await this.#loadSeveral();
    if (!this.#several) return;
    this.#isForSeveral = !this.#isForSeveral;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('form :is(textarea, input)')?.focus();
  };

  /** Fetches what only many people need, once somebody asks for it. */
  async #loadSeveral(): Promise<void> {
    const sending = this.#sending;
    if (this.#several || !sending) return;
    await import('./several.js').then(
      ({ Several, severalStyles }) => {
        for (const sheet of severalStyles) this.adopt(sheet);
        this.#several ??= new Several(this.desk, sending);
      },
      () => {
        this.#hasRestFailed = true; // a bad connection; the next press tries again
        this.requestUpdate();
      },
    );
  }

  protected override get desk(): InviteDesk {
    return {
      ...super.desk,
      form: this.#form,
      me: () => this.me.value,
      organization: () => this.#organization.value,
      roles: () => this.#roles,
      canAddDomain: () => this.can('organization:update') && !!this.workspace?.client.offers('updateOrganization'),
      canResend: () => !!this.workspace?.client.offers('resendInvitation'),
      focusEmail: async () => {
        await this.updateComplete;
        this.renderRoot.querySelector<HTMLElement>('[name=email]')?.focus();
      },
      recheck: () => void this.refresh(),
    };
  }

  readonly #discard = (): void => {
    // The button goes with what it discards.
    void this.desk.focusEmail();
    this.#resetForm();
    this.announce(this.shared.t('discarded'));
  };

  #resetForm(): void {
    this.#form.reset();
    this.#sending?.reset();
  }

  override reset(): void {
    this.#resetForm();
    this.#several?.reset();
    super.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-invite-user': AgniInviteUser;
  }
}

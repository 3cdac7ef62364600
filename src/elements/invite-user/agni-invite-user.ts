import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { ResourceController } from '../../context/resource-controller.js';
import { organizationResource } from '../../resources/organization.js';
import { base } from '../../theme/base.js';
import { controls } from '../../theme/controls.js';
import { facts } from '../../theme/facts.js';
import { forms } from '../../theme/forms.js';
import { frames } from '../../theme/frames.js';
import { selectField, textField } from '../../ui/field.js';
import { AgniPane } from '../base/agni-pane.js';
import { FormController } from '../base/form-controller.js';
import { LazyPart } from '../base/lazy-part.js';
import { styles } from './agni-invite-user.styles.js';
import { domainsHelp } from './domains-help.js';
import { en } from './en.js';
import { formFoot } from './form-foot.js';
import { emptyForm, labels } from './invitation-fields.js';
import type { InviteContext } from './invite-context.js';

/**
 * Invites users to the workspace, one by a form or many from a list. While an address is typed, the form says whether its
 * domain is allowed and whether the address is in use already. The server decides.
 * @element agni-invite-user
 * @fires agni-before-send-invitation - about to invite a user; cancelable
 * @fires agni-before-resend-invitation - about to send an invitation again; cancelable
 * @fires agni-before-update-organization - about to save changes of the organization, or to allow a domain; cancelable
 * @fires agni-invitation-sent - a user was invited
 * @fires agni-invitation-resent - an invitation was sent again, with a new temporary password
 * @fires agni-organization-updated - the server has saved the change of the organization, or of the allowed domains
 * @csspart table - the table of a bulk invitation
 * @csspart cell - a cell of that table
 */
export class AgniInviteUser extends AgniPane<typeof en> {
  static override styles = [base, controls, facts, forms, frames, styles];

  /** Hides the choice of a role: the server gives every invited user its default, MEMBER. */
  @property({ type: Boolean, attribute: 'no-role' }) noRole = false;

  protected readonly words = { prefix: 'invite', table: en, labels };

  readonly #organization = new ResourceController(this, (session) => session.use(organizationResource).current);
  protected override readonly needs = [this.#organization];
  readonly #form = new FormController(this, () => emptyForm);
  readonly #sender = new LazyPart(
    this,
    async () => {
      const [{ InvitationForm }, { dialogs }] = await Promise.all([
        import('./invitation-form.lazy.js'),
        import('../../theme/dialogs.js'),
      ]);
      this.adopt(dialogs);
      return new InvitationForm(this.context);
    },
    () => this.state === 'ready' && !this.#readonlyReason,
  );
  // Loaded when the user opens the bulk invitation.
  readonly #bulk = new LazyPart(this, async () => {
    const [{ BulkInvitation, bulkInvitationStyles }, sender] = await Promise.all([
      import('./bulk-invitation.lazy.js'),
      this.#sender.load(),
    ]);
    if (!sender) throw new Error('The invitation form could not be loaded');
    this.adopt(...bulkInvitationStyles);
    return new BulkInvitation(this.context, sender);
  });
  #isBulk = false;

  override get dirty(): boolean {
    return this.#form.isDirty || !!this.#bulk.part?.isDirty;
  }

  protected override get denial(): string {
    return this.can('users:invite') ? '' : this.locale.t('mayNotInvite');
  }

  /** Why the pane invites no users; empty if it does. */
  get #readonlyReason(): string {
    if (this.readonly) return this.shared.t('readonly');
    return this.session?.client.offers('inviteUser') ? '' : this.locale.t('invitingOff');
  }

  /** Why there is no seat left; empty if there is one. */
  get #fullReason(): string {
    const { used, count } = this.#sender.part?.addresses.seats ?? { used: 0, count: 1 };
    return used < count ? '' : this.locale.t('full', { count });
  }

  /** The roles that the signed-in user can give: only an owner makes an owner. */
  get #roles(): readonly string[] {
    if (this.noRole) return [];
    const isOwner = this.me.value?.role === 'OWNER' || this.me.value?.role === 'SUPERADMIN';
    return isOwner ? ['MEMBER', 'ADMIN', 'OWNER'] : ['MEMBER', 'ADMIN'];
  }

  protected override renderContent() {
    const reason = this.#readonlyReason;
    if (reason) return html`<p class="muted">${reason}</p>`;
    return html`
      ${this.renderLazyFailure(this.#sender.hasFailed ? this.#sender : this.#bulk)}
      ${this.#isBulk ? this.#bulk.part?.render() : this.#renderForm()}
    `;
  }

  protected override renderDialogs() {
    return this.#sender.part?.renderDialog() ?? nothing;
  }

  protected override renderAction() {
    if (this.#readonlyReason) return nothing;
    return html`<button class="secondary" part="button" @click=${this.#switch}>
      ${this.locale.t(this.#isBulk ? 'one' : 'several')}
    </button>`;
  }

  #renderForm() {
    const { t } = this.locale;
    const field = (name: keyof typeof emptyForm) => ({
      name,
      label: t(labels[name]),
      value: this.#form.text(name),
      fieldError: this.#fieldErrorMessage(name),
    });
    const roles = this.#roles;
    const { isPending = false, error, addresses } = this.#sender.part ?? {};
    const { errorCount: count } = this.#form;
    const [seats, full] = [addresses?.seats, this.#fullReason];
    return html`<form
      class="card"
      novalidate
      autocomplete="off"
      @input=${this.#form.take}
      @change=${this.#compare}
      @submit=${this.#submit}
    >
      <div class="pair">
        <p class="muted">${t('note')}</p>
        ${textField({
          ...field('email'),
          keys: 'email',
          isRequired: true,
          help: this.#form.fieldError('email')?.reason === 'domain' ? undefined : this.#domainsHelp,
          below: this.#sender.part?.renderNote() ?? html`<div></div>`, // keeps the place of the note
        })}
        <div class="pair">
          ${textField({ ...field('first_name'), isRequired: true })}
          ${textField({ ...field('last_name'), optional: this.shared.t('optional') })}
        </div>
        ${
          roles.length
            ? selectField({
                ...field('role'),
                help: t(`roleHelp.${this.#form.text('role')}` as keyof typeof en),
                options: roles.map((role) => ({ value: role, text: role })),
              })
            : nothing
        }
        ${this.#sender.part?.renderPreview() ?? html`<div class="coming"></div>`}
      </div>
      ${formFoot({
        isPending,
        isDirty: this.#form.isDirty,
        error,
        status: isPending ? t('sending') : count ? this.shared.t('attention', { count }) : '',
        send: t('send'),
        discard: this.shared.t('discard'),
        seats: full || (seats ? t('seats', { ...seats }) : this.#organization.value?.max_members ? '' : undefined),
        isFull: !!full,
        onDiscard: this.#discard,
      })}
    </form>`;
  }

  get #domainsHelp(): unknown {
    return domainsHelp(this.#organization.value, this.locale);
  }

  #fieldErrorMessage(field: string): unknown {
    const fieldError = this.#form.fieldError(field);
    return this.#sender.part ? this.#sender.part.fieldErrorMessage(fieldError) : this.fieldErrorMessage(fieldError);
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#readonlyReason) return;
    const sender = await this.#sender.load();
    if (this.#fullReason) this.announce(this.#fullReason);
    else await sender?.submit();
  };

  readonly #compare = (event: Event): void => {
    if ((event.target as HTMLInputElement).name === 'email') this.#sender.part?.compareEmail();
  };

  readonly #switch = async (): Promise<void> => {
    if (!(await this.#bulk.load())) return;
    this.#isBulk = !this.#isBulk;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('form :is(textarea, input)')?.focus();
  };

  protected override get context(): InviteContext {
    return {
      ...super.context,
      form: this.#form,
      me: () => this.me.value,
      organization: () => this.#organization.value,
      roles: () => this.#roles,
      domainsHelp: () => this.#domainsHelp,
      canAddDomain: () => this.can('organization:update') && !!this.session?.client.offers('updateOrganization'),
      canResend: () => !!this.session?.client.offers('resendInvitation'),
      focusEmail: async () => {
        await this.updateComplete;
        this.renderRoot.querySelector<HTMLElement>('[name=email]')?.focus();
      },
      recheck: () => this.refresh(),
    };
  }

  readonly #discard = (): void => {
    // The Discard button disappears when the form is empty, so focus moves first.
    void this.context.focusEmail();
    this.#resetForm();
    this.announce(this.shared.t('discarded'));
  };

  #resetForm(): void {
    this.#form.reset();
    this.#sender.part?.reset();
  }

  override reset(): void {
    this.#resetForm();
    this.#bulk.part?.reset();
    super.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-invite-user': AgniInviteUser;
  }
}

import { html, nothing } from 'lit';
import { type Failure, failureMessage } from '../../context/approval.js';
import type { ResourceController, SessionObserver } from '../../context/resource-controller.js';
import type { Invitation } from '../../contract/invitations.js';
import type { Locale } from '../../locales/locale.js';
import { fullName } from '../../resources/full-name.js';
import { invitationsResource, isExpired } from '../../resources/invitations.js';
import { invitersResource } from '../../resources/inviters.js';
import type { Menu, MenuItem } from '../../ui/menu.js';
import { InvitationResend } from '../base/invitation-resend.js';
import { lateResource } from '../base/late-resource.js';
import { ListTable } from '../base/listing.js';
import { focusRow } from '../base/row-focus.js';
import type { DialogsContext } from './dialogs-context.js';
import { pendingEn } from './pending-invitations.en.js';
import { pendingColumns } from './pending-table.js';
import { createInvitationRevocation } from './revoke-invitation.js';

/** The pending invitations: content of a tab, and their count. */
export class PendingInvitations implements SessionObserver {
  readonly #context: DialogsContext;
  readonly #menu: Menu;
  readonly #list: ListTable<Invitation>;
  readonly #inviters: ResourceController<ReadonlyMap<string, string>>;
  readonly #resending: InvitationResend;
  readonly #revocation: ReturnType<typeof createInvitationRevocation>;
  /** Why invitations were not resent, by their ids. */
  readonly #failures = new Map<string, Failure>();
  /** Progress of resending the expired invitations. */
  #progress: { readonly done: number; readonly total: number } | undefined;

  constructor(context: DialogsContext, menu: Menu) {
    this.#context = context;
    this.#menu = menu;
    this.#list = new ListTable(context, (session) => session.use(invitationsResource).open);
    this.#inviters = lateResource(context, (session) => session.use(invitersResource).names);
    this.#resending = new InvitationResend(context.pane, context.session);
    this.#revocation = createInvitationRevocation(context, () => this.#locale);
    context.pane.addSessionObserver(this);
  }

  get #locale(): Locale<typeof pendingEn> {
    return this.#context.locale().sibling(pendingEn);
  }

  /** Number of pending invitations, if known. */
  get count(): number | undefined {
    return this.#list.source.value?.length;
  }

  #can(operation: string): boolean {
    return !this.#context.whyNotInvite() && !!this.#context.session()?.client.offers(operation);
  }

  render() {
    const { t } = this.#locale;
    const all = this.#list.source.value;
    const reason = all && this.#context.whyNotInvite();
    return html`
      ${this.#renderExpired(all?.filter((one) => isExpired(one) && !this.#resending.secondsLeft(one)) ?? [])}
      ${this.#list.render({
        label: t('list'),
        columns: this.#columns,
        empty: html`<p class="empty" part="empty">${t('empty')}</p>`,
      })}
      ${reason ? html`<p class="muted note">${reason}</p>` : nothing}
    `;
  }

  get #columns() {
    const context = this.#context;
    const view = {
      invitations: this.#list.rows ?? [],
      inviterOf: ({ invited_by: by }: Invitation) =>
        by && (by === context.me()?.id || this.#inviters.value?.get(by) || undefined),
      isSending: (invitation: Invitation) => this.#resending.isSending(invitation),
      errorOf: ({ id }: Invitation) => this.#failureMessage(this.#failures.get(id)),
      openMenu: context.whyNotInvite()
        ? undefined
        : (invitation: Invitation, button: HTMLButtonElement) =>
            this.#menu.open(button, () => this.#menuOf(invitation)),
    };
    return pendingColumns(view, this.#locale, context.locale());
  }

  /** The actions for an invitation. An action that is not possible has a `blockedReason`. */
  #menuOf(invitation: Invitation): MenuItem[] {
    const { t } = this.#locale;
    const isForOwners = invitation.role === 'OWNER' && this.#context.me()?.role === 'ADMIN';
    const reason = isForOwners ? t('onlyOwners') : undefined;
    const count = this.#resending.secondsLeft(invitation);
    const waiting = this.#resending.isPending ? t('resending') : count ? t('resendIn', { count }) : undefined;
    return [
      {
        label: t('resend'),
        blockedReason: this.#can('resendInvitation') ? (reason ?? waiting) : t('resendingOff'),
        select: () => void this.#resend(invitation),
      },
      {
        label: t('revoke'),
        isDanger: true,
        blockedReason: this.#can('revokeInvitation') ? reason : t('revokingOff'),
        select: () => this.#revocation.open(invitation),
      },
    ];
  }

  /** The button that resends all expired invitations, if there are several. */
  #renderExpired(expired: readonly Invitation[]) {
    if (!this.#progress && (expired.length < 2 || !this.#can('resendInvitation'))) return nothing;
    const { t } = this.#locale;
    const isBusy = this.#resending.isPending || !!this.#progress;
    return html`<div class="filters">
      <button class="secondary" part="button" aria-disabled=${isBusy} @click=${() => void this.#resendAll(expired)}>
        ${this.#progress ? t('resending') : t('resendExpired', { count: expired.length })}
      </button>
    </div>`;
  }

  #failureMessage(failure: Failure | undefined): string | undefined {
    return failureMessage(failure, this.#context.shared(), (error) => {
      const words = this.#locale;
      const reason = words.find(`error.${error.code}`) ?? this.#context.errorMessage(error);
      const { state } = this.#list.source;
      const isInDoubt = error.isAnswerLost && (state.status !== 'ready' || state.isStale);
      return `${reason} ${words.t(isInDoubt ? 'perhapsResent' : 'notResent')}`;
    });
  }

  async #resend(invitation: Invitation): Promise<void> {
    if (this.#resending.isPending || this.#resending.secondsLeft(invitation)) return;
    this.#context.announce('');
    this.#context.announce(await this.#send(invitation));
  }

  /** Resends one invitation. Resolves to the message for it; empty if its row shows an error instead. */
  async #send(invitation: Invitation): Promise<string> {
    const { id } = invitation;
    const { t } = this.#locale;
    const name = fullName(invitation);
    this.#failures.delete(id);
    const sent = await this.#resending.run(invitation);
    const { error, failure } = this.#resending;
    if (error?.status === 409) return t('acceptedMeanwhile', { name });
    if (error?.status === 404) return t('goneMeanwhile', { name });
    if (failure) this.#failures.set(id, failure);
    if (error?.isForbidden) await this.#context.recheck();
    return sent ? t('resent', { email: sent.email }) : '';
  }

  /**
   * Resends invitations one after another. Stops at an error that would occur for the next one too. Skips
   * invitations that the server asked not to resend yet.
   */
  async #resendAll(expired: readonly Invitation[]): Promise<void> {
    if (this.#resending.isPending || this.#progress) return;
    const { announce, pane } = this.#context;
    const { t } = this.#locale;
    const total = expired.length;
    let count = 0;
    for (const [done, invitation] of expired.entries()) {
      this.#progress = { done, total };
      announce(t('resendingExpired', { done, total }));
      await this.#send(invitation);
      if (!this.#progress) return; // the pane was reset
      const { error, failure } = this.#resending;
      if (!failure) count++;
      const { status = 200 } = error ?? {};
      if (status === 0 || [401, 403, 429].includes(status)) break;
    }
    this.#progress = undefined;
    announce(count ? t('resentSeveral', { count }) : t('notResent'));
    await pane.updateComplete;
    if (document.activeElement === document.body) await focusRow(pane, 0); // the button is gone
  }

  /** The open dialog, if there is one. */
  renderDialogs() {
    return this.#revocation.render();
  }

  /** Forgets errors and progress, and closes the dialog. */
  reset(): void {
    this.#resending.reset();
    this.#revocation.reset();
    this.#progress = undefined;
    this.#failures.clear();
    this.#list.goTo(0);
  }

  onSessionChange(): void {
    this.reset();
  }

  onSignedOut(): void {
    this.reset();
  }
}

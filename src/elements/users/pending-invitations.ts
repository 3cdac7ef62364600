import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AgniError } from '../../client/error.js';
import { ResourceController, type SessionObserver } from '../../context/resource-controller.js';
import type { Invitation } from '../../contract/invitations.js';
import type { Locale } from '../../locales/locale.js';
import { invitationsResource, isExpired } from '../../resources/invitations.js';
import { invitersResource } from '../../resources/inviters.js';
import { fullName } from '../../resources/user-names.js';
import { notice } from '../../ui/notice.js';
import { pageOf, pager } from '../../ui/pager.js';
import { InvitationResend } from '../base/invitation-resend.js';
import { pendingEn } from './pending-invitations.en.js';
import { pendingRow } from './pending-row.js';
import { InvitationRevoking } from './revoke-invitation.js';
import type { UsersContext } from './users-context.js';

/** The invitations nobody has taken up yet: the content of a tab, and how many there are. */
export class PendingInvitations implements SessionObserver {
  readonly #context: UsersContext;
  readonly #open: ResourceController<readonly Invitation[]>;
  readonly #inviters: ResourceController<ReadonlyMap<string, string>>;
  readonly #resending: InvitationResend;
  readonly #revoking: InvitationRevoking;
  #page = 0;
  #outcome = '';
  /** Why invitations were not sent again, by their ids. */
  readonly #failures = new Map<string, AgniError | 'cancelled'>();
  /** How far sending the expired ones again has got. */
  #progress: { readonly done: number; readonly total: number } | undefined;
  #words: { of: unknown; words: Locale<typeof pendingEn> } | undefined;

  constructor(context: UsersContext) {
    this.#context = context;
    this.#open = new ResourceController(context.pane, (session) => session.use(invitationsResource).open);
    this.#inviters = new ResourceController(context.pane, (session) => session.use(invitersResource).names);
    // The pane has told its followers already.
    for (const source of [this.#open, this.#inviters]) source.onSessionChange(context.session());
    this.#resending = new InvitationResend(context.pane, context.session);
    this.#revoking = new InvitationRevoking(context, () => this.#locale);
    context.pane.follow(this);
  }

  get #locale(): Locale<typeof pendingEn> {
    const locale = this.#context.locale();
    if (this.#words?.of !== locale) this.#words = { of: locale, words: locale.sibling(pendingEn) };
    return this.#words.words;
  }

  /** How many there are, where that's known. */
  get count(): number | undefined {
    return this.#open.value?.length;
  }

  #can(operation: string): boolean {
    return !this.#context.whyNotInvite() && !!this.#context.session()?.client.offers(operation);
  }

  render() {
    const { state } = this.#open;
    if (state.status === 'failed') return this.#renderFailure(state.error);
    if (state.status !== 'ready') return html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
    const all = state.value;
    return html`
      ${state.isStale ? notice(this.#context.shared().t('stale'), this.#renderRetry()) : nothing}
      ${this.#renderExpired(all.filter(isExpired))}
      ${all.length ? this.#renderList(all) : html`<p class="muted">${this.#locale.t('empty')}</p>`}
      <p class="muted limit" role="status">${this.#status}</p>
      ${this.#limits.map((reason) => html`<p class="muted limit">${reason}</p>`)}
    `;
  }

  /** Why they aren't here; to try again makes sense only where that may help. */
  #renderFailure(error: AgniError) {
    const isFinal = error.code === 'UNAVAILABLE' || error.status === 403;
    return isFinal
      ? notice(this.#context.errorMessage(error))
      : notice(this.#context.errorMessage(error), this.#renderRetry(), 'alert');
  }

  /** Why something can't be done with any of them. */
  get #limits(): string[] {
    const reason = this.#context.whyNotInvite();
    if (reason) return [reason];
    const { t } = this.#locale;
    return [
      this.#can('resendInvitation') ? '' : t('resendingOff'),
      this.#can('revokeInvitation') ? '' : t('revokingOff'),
    ].filter(Boolean);
  }

  #renderRetry() {
    return html`<button class="secondary" part="button" @click=${() => void this.#open.refetch()}>
      ${this.#context.shared().t('tryAgain')}
    </button>`;
  }

  #renderList(all: readonly Invitation[]) {
    const { start, end } = pageOf(this.#page, all.length);
    return html`
      <ul class="list" part="list" role="list" aria-label=${this.#locale.t('list')}>
        ${repeat(
          all.slice(start, end),
          ({ id }) => id,
          (invitation) => this.#renderRow(invitation),
        )}
      </ul>
      ${pager(this.#context.shared(), this.#page, all.length, this.#turn)}
    `;
  }

  #renderRow(invitation: Invitation) {
    const { invited_by: by, role, id } = invitation;
    const isForOwners = role === 'OWNER' && this.#context.me()?.role === 'ADMIN';
    const may = (operation: string) => !isForOwners && this.#can(operation);
    return pendingRow(
      invitation,
      {
        inviter: by && (by === this.#context.me()?.id || this.#inviters.value?.get(by) || undefined),
        resend: may('resendInvitation') ? () => void this.#resend(invitation) : undefined,
        revoke: may('revokeInvitation') ? () => this.#revoking.open(invitation) : undefined,
        isSending: this.#resending.isSending(invitation),
        secondsLeft: this.#resending.secondsLeft(invitation),
        reason: isForOwners && !this.#context.whyNotInvite() ? this.#locale.t('onlyOwners') : undefined,
        error: this.#sayFailure(this.#failures.get(id)),
      },
      this.#locale,
    );
  }

  /** The way to send all of the expired ones again, where there is more than a row of its own for it. */
  #renderExpired(expired: readonly Invitation[]) {
    if (!this.#progress && (expired.length < 2 || !this.#can('resendInvitation'))) return nothing;
    const { t } = this.#locale;
    const isBusy = this.#resending.isPending || !!this.#progress;
    return html`<div class="row tools">
      <button class="secondary" part="button" aria-disabled=${isBusy} @click=${() => void this.#resendAll(expired)}>
        ${this.#progress ? t('resending') : t('resendExpired', { count: expired.length })}
      </button>
    </div>`;
  }

  get #status(): string {
    return this.#progress ? this.#locale.t('resendingExpired', { ...this.#progress }) : this.#outcome;
  }

  #sayFailure(error: AgniError | 'cancelled' | undefined): string | undefined {
    const words = this.#locale;
    if (error === 'cancelled') return this.#context.shared().t('notAllowed');
    if (!error) return undefined;
    const key = `error.${error.code}`;
    const said = words.has(key) ? words.t(key) : this.#context.errorMessage(error);
    const { state } = this.#open;
    const isInDoubt = error.isAnswerLost && (state.status !== 'ready' || state.isStale);
    return `${said} ${words.t(isInDoubt ? 'perhapsResent' : 'notResent')}`;
  }

  async #resend(invitation: Invitation): Promise<boolean> {
    if (this.#resending.isPending || this.#resending.secondsLeft(invitation)) return false;
    this.#failures.delete(invitation.id);
    this.#outcome = '';
    const sent = await this.#resending.run(invitation);
    const { error } = this.#resending;
    const { t } = this.#locale;
    const name = fullName(invitation);
    if (sent) this.#outcome = t('resent', { email: sent.email });
    else if (error?.status === 409) this.#outcome = t('acceptedMeanwhile', { name });
    else if (error?.status === 404) this.#outcome = t('goneMeanwhile', { name });
    else if (error) this.#failures.set(invitation.id, error);
    else if (this.#resending.wasCancelled) this.#failures.set(invitation.id, 'cancelled');
    if (error?.status === 403) await this.#context.recheck();
    this.#context.pane.requestUpdate();
    return !!sent;
  }

  /** One after another, until one of them says that there is no point in going on. */
  async #resendAll(expired: readonly Invitation[]): Promise<void> {
    if (this.#resending.isPending || this.#progress) return;
    let count = 0;
    for (const [done, invitation] of expired.entries()) {
      this.#progress = { done, total: expired.length };
      if (await this.#resend(invitation)) count++;
      if (!this.#progress) return; // somebody else is here now
      const { status = 200 } = this.#resending.error ?? {};
      if (status === 0 || [401, 403, 429].includes(status)) break;
    }
    this.#progress = undefined;
    this.#outcome = count ? this.#locale.t('resentSeveral', { count }) : this.#locale.t('notResent');
    this.#context.pane.requestUpdate();
    await this.#context.pane.updateComplete;
    if (document.activeElement === document.body) await this.#context.focusRow(0); // the button went with what it was for
  }

  /** Whatever dialog is open. */
  renderDialogs() {
    return this.#revoking.render();
  }

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.#context.pane.requestUpdate();
  };

  /** Forgets how anything went. */
  reset(): void {
    this.#resending.reset();
    this.#progress = undefined;
    this.#outcome = '';
    this.#failures.clear();
    this.#turn(0);
  }

  onSessionChange(): void {
    this.reset();
  }

  onSignedOut(): void {
    this.reset();
  }
}

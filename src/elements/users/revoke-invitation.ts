import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { Invitation } from '../../contract/invitations.js';
import { emit } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import { invitationsResource, revokeInvitation } from '../../resources/invitations.js';
import { fullName } from '../../resources/user-names.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { detailOf } from '../base/invitation-resend.js';
import type { pendingEn } from './pending-invitations.en.js';
import type { UsersContext } from './users-context.js';

/** Takes an invitation back, after a question. */
export class InvitationRevoking implements SessionObserver {
  readonly #context: UsersContext;
  readonly #words: () => Locale<typeof pendingEn>;
  readonly #action: ActionController<void>;
  #subject: { readonly invitation: Invitation; readonly row: number } | undefined;

  constructor(context: UsersContext, words: () => Locale<typeof pendingEn>) {
    this.#context = context;
    this.#words = words;
    this.#action = new ActionController(context.pane);
    context.pane.follow(this);
  }

  open(invitation: Invitation): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#subject = { invitation, row: this.#context.rowOf(invitation) };
    this.#context.pane.requestUpdate();
  }

  render() {
    if (!this.#subject || this.#context.whyNotInvite()) return nothing; // the right may go while the dialog is open
    const { t, fill } = this.#words();
    const { isPending } = this.#action;
    const { invitation } = this.#subject;
    const error = this.#error;
    return dialog({
      heading: fill('revokeHeading', { name: bidiIsolate(fullName(invitation)) }),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${t('revokeEffect')}</p>
        <p class="facts">${bidiIsolate(invitation.email)}</p>
        ${confirmation({
          error,
          status: isPending ? t('revoking') : '',
          isPending,
          cancel: this.#context.shared().t('cancel'),
          confirm: t('revoke'),
          isDangerous: true,
          act: this.#confirm,
        })}
      `,
    });
  }

  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (wasCancelled) return this.#context.shared().t('notAllowed');
    if (!error) return undefined;
    const isInDoubt = error.isAnswerLost && this.#context.session()?.use(invitationsResource).open.isStale;
    return `${this.#context.errorMessage(error)} ${this.#words().t(isInDoubt ? 'perhapsRevoked' : 'notRevoked')}`;
  }

  readonly #confirm = async (): Promise<void> => {
    const { pane } = this.#context;
    const session = this.#context.session();
    const subject = this.#subject;
    if (!session || !subject || this.#action.isPending) return;
    const detail = detailOf(subject.invitation);
    const isRevoked = await this.#action.run({ before: 'agni-before-revoke-invitation', detail }, () =>
      revokeInvitation(session, subject.invitation.id),
    );
    if (this.#action.error?.status === 403) {
      await this.#context.recheck();
      if (this.#context.whyNotInvite()) this.#closed();
    }
    if (!isRevoked) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#context.announce(this.#words().t('revoked', { name: fullName(subject.invitation) }));
    emit(pane, 'agni-invitation-revoked', detail);
    await this.#context.focusRow(subject.row);
  };

  readonly #closed = (): void => {
    this.#subject = undefined;
    this.#context.pane.requestUpdate();
  };

  onSessionChange(): void {
    this.#closed();
  }

  onSignedOut(): void {
    this.#closed();
  }
}

import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { Follower } from '../../context/resource-controller.js';
import type { Invitation } from '../../contract/invitations.js';
import { emit } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import { takeBack } from '../../resources/invitation-change.js';
import { invitationsResource } from '../../resources/invitations.js';
import { fullName } from '../../resources/people.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { trueOrder } from '../../ui/true-order.js';
import { detailOf } from '../resending.js';
import type { pendingEn } from './pending-en.js';
import type { UserDesk } from './user-desk.js';

/** Takes an invitation back, after a question. */
export class InvitationRevoking implements Follower {
  readonly #desk: UserDesk;
  readonly #words: () => Locale<typeof pendingEn>;
  readonly #action: ActionController<void>;
  #subject: { readonly invitation: Invitation; readonly row: number } | undefined;

  constructor(desk: UserDesk, words: () => Locale<typeof pendingEn>) {
    this.#desk = desk;
    this.#words = words;
    this.#action = new ActionController(desk.pane);
    desk.pane.follow(this);
  }

  open(invitation: Invitation): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#subject = { invitation, row: this.#desk.rowOf(invitation) };
    this.#desk.pane.requestUpdate();
  }

  render() {
    if (!this.#subject || this.#desk.whyNotInvite()) return nothing; // the right may go while the dialog is open
    const { t, fill } = this.#words();
    const { isPending } = this.#action;
    const { invitation } = this.#subject;
    const error = this.#error;
    return dialog({
      heading: fill('revokeHeading', { name: trueOrder(fullName(invitation)) }),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${t('revokeEffect')}</p>
        <p class="facts">${trueOrder(invitation.email)}</p>
        ${confirmation({
          error,
          status: isPending ? t('revoking') : '',
          isPending,
          cancel: this.#desk.shared().t('cancel'),
          confirm: t('revoke'),
          isDangerous: true,
          act: this.#confirm,
        })}
      `,
    });
  }

  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (wasCancelled) return this.#desk.shared().t('notAllowed');
    if (!error) return undefined;
    const state = this.#desk.workspace()?.use(invitationsResource).open.state;
    const isInDoubt = error.isAnswerLost && state?.status === 'ready' && state.error;
    return `${this.#desk.say(error)} ${this.#words().t(isInDoubt ? 'perhapsRevoked' : 'notRevoked')}`;
  }

  readonly #confirm = async (): Promise<void> => {
    const { pane } = this.#desk;
    const workspace = this.#desk.workspace();
    const subject = this.#subject;
    if (!workspace || !subject || this.#action.isPending) return;
    const detail = detailOf(subject.invitation);
    const isRevoked = await this.#action.run({ before: 'agni-before-revoke-invitation', detail }, () =>
      takeBack(workspace, subject.invitation.id),
    );
    if (this.#action.error?.status === 403) {
      await this.#desk.recheck();
      if (this.#desk.whyNotInvite()) this.#closed();
    }
    if (!isRevoked) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#desk.announce(this.#words().t('revoked', { name: fullName(subject.invitation) }));
    emit(pane, 'agni-invitation-revoked', detail);
    await this.#desk.focusRow(subject.row);
  };

  readonly #closed = (): void => {
    this.#subject = undefined;
    this.#desk.pane.requestUpdate();
  };

  attach(): void {
    this.#closed();
  }

  forget(): void {
    this.#closed();
  }
}

import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { Follower } from '../../context/resource-controller.js';
import type { CalcomAccount } from '../../contract/calcom.js';
import { emit } from '../../events.js';
import { disconnectAccount } from '../../resources/calcom-change.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { trueOrder } from '../../ui/true-order.js';
import { changingEn } from './calcom-changing-en.js';
import type { CalcomDesk, ChangingWords } from './calcom-desk.js';
import { CalcomLosers } from './calcom-losers.js';

/** Disconnects one account, after a question that says which agents lose it. */
export class CalcomDisconnecting implements Follower {
  readonly #desk: CalcomDesk;
  readonly #action: ActionController<void>;
  readonly #losers: CalcomLosers;
  #subject: { readonly account: CalcomAccount; readonly row: number } | undefined;

  constructor(desk: CalcomDesk) {
    this.#desk = desk;
    this.#action = new ActionController(desk.pane);
    this.#losers = new CalcomLosers(desk, () => !!this.#subject);
    desk.pane.follow(this);
  }

  /** Asks whether to. */
  open(account: CalcomAccount): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#desk.tell('');
    this.#subject = { account, row: this.#desk.rowOf(account) };
    this.#desk.pane.requestUpdate();
  }

  get #words(): ChangingWords {
    return this.#desk.locale().sibling(changingEn);
  }

  render() {
    if (!this.#subject) return nothing;
    const { account } = this.#subject;
    const words = this.#words;
    const disconnect = this.#desk.locale().t('disconnect');
    const { isPending } = this.#action;
    return dialog({
      heading: [disconnect, ' ', trueOrder(this.#desk.nameOf(account))],
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${words.t('disconnectEffect')}</p>
        <div role="status">${this.#losers.render(account, words)}</div>
        ${confirmation({
          error: this.#error,
          isPending,
          cancel: this.#desk.shared().t('cancel'),
          confirm: disconnect,
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
    const isInDoubt = error.isAnswerLost && this.#desk.isInDoubt();
    return `${this.#desk.say(error)} ${this.#words.t(isInDoubt ? 'perhapsDisconnected' : 'notDisconnected')}`;
  }

  readonly #confirm = async (): Promise<void> => {
    const { pane } = this.#desk;
    const workspace = this.#desk.workspace();
    const subject = this.#subject;
    if (!workspace || !subject || this.#action.isPending) return;
    const { id } = subject.account;
    const detail = { id, name: this.#desk.nameOf(subject.account) };
    const announcement = { before: 'agni-before-disconnect-integration', detail } as const;
    const isDone = await this.#action.run(announcement, () => disconnectAccount(workspace, id));
    if (this.#action.error?.status === 403) this.#desk.recheck();
    if (!isDone) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#desk.tell(this.#words.t('disconnected', { name: detail.name }));
    emit(pane, 'agni-integration-disconnected', detail);
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

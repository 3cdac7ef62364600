import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { CalcomAccount } from '../../contract/calcom.js';
import { emit } from '../../events.js';
import { disconnectCalcom } from '../../resources/calcom-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { AffectedAgents } from './affected-agents.js';
import type { CalcomContext, DialogsWords } from './calcom-context.js';
import { dialogsEn } from './dialogs.en.js';

/** Disconnects one account, after a question that says which agents lose it. */
export class CalcomDisconnecting implements SessionObserver {
  readonly #context: CalcomContext;
  readonly #action: ActionController<void>;
  readonly #affectedAgents: AffectedAgents;
  #subject: { readonly account: CalcomAccount; readonly row: number } | undefined;

  constructor(context: CalcomContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    this.#affectedAgents = new AffectedAgents(context, () => !!this.#subject);
    context.pane.follow(this);
  }

  /** Asks whether to. */
  open(account: CalcomAccount): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#context.report('');
    this.#subject = { account, row: this.#context.rowOf(account) };
    this.#context.pane.requestUpdate();
  }

  get #words(): DialogsWords {
    return this.#context.locale().sibling(dialogsEn);
  }

  render() {
    if (!this.#subject) return nothing;
    const { account } = this.#subject;
    const words = this.#words;
    const disconnect = this.#context.locale().t('disconnect');
    const { isPending } = this.#action;
    return dialog({
      heading: [disconnect, ' ', bidiIsolate(this.#context.nameOf(account))],
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${words.t('disconnectEffect')}</p>
        <div role="status">${this.#affectedAgents.render(account, words)}</div>
        ${confirmation({
          error: this.#error,
          isPending,
          cancel: this.#context.shared().t('cancel'),
          confirm: disconnect,
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
    const isInDoubt = error.isAnswerLost && this.#context.isInDoubt();
    return `${this.#context.errorMessage(error)} ${this.#words.t(isInDoubt ? 'perhapsDisconnected' : 'notDisconnected')}`;
  }

  readonly #confirm = async (): Promise<void> => {
    const { pane } = this.#context;
    const session = this.#context.session();
    const subject = this.#subject;
    if (!session || !subject || this.#action.isPending) return;
    const { id } = subject.account;
    const detail = { id, name: this.#context.nameOf(subject.account) };
    const announcement = { before: 'agni-before-disconnect-integration', detail } as const;
    const isDone = await this.#action.run(announcement, () => disconnectCalcom(session, id));
    if (this.#action.error?.status === 403) this.#context.recheck();
    if (!isDone) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#context.report(this.#words.t('disconnected', { name: detail.name }));
    emit(pane, 'agni-integration-disconnected', detail);
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

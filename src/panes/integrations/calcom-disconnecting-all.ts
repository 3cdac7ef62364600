import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import { FormController } from '../../context/form-controller.js';
import type { Follower } from '../../context/resource-controller.js';
import type { CalcomAccount } from '../../contract/calcom.js';
import { emit } from '../../events.js';
import { disconnectAccount } from '../../resources/calcom-change.js';
import { dialog } from '../../ui/dialog.js';
import { trueOrder } from '../../ui/true-order.js';
import { isTyped, typedConfirmation } from '../../ui/typed-confirmation.js';
import { changingEn } from './calcom-changing-en.js';
import type { CalcomDesk, ChangingWords } from './calcom-desk.js';

/** What came of one account; no reason where it's gone. */
interface Outcome {
  readonly name: string;
  readonly reason: string | undefined;
}

/** Disconnects every account after a word was typed: one call each, each naming its account, each with its outcome. */
export class CalcomDisconnectingAll implements Follower {
  readonly #desk: CalcomDesk;
  readonly #action: ActionController<void>;
  readonly #form: FormController;
  #isOpen = false;
  #current: string | undefined;
  #outcomes = new Map<string, Outcome>();

  constructor(desk: CalcomDesk) {
    this.#desk = desk;
    this.#action = new ActionController(desk.pane);
    this.#form = new FormController(desk.pane, () => ({ confirmation: '' }));
    desk.pane.follow(this);
  }

  /** Asks whether to. */
  open(): void {
    if (this.#current !== undefined) return;
    this.#form.reset();
    this.#outcomes = new Map();
    this.#desk.tell('');
    this.#isOpen = true;
    this.#desk.pane.requestUpdate();
  }

  get #words(): ChangingWords {
    return this.#desk.locale().sibling(changingEn);
  }

  get #failures(): readonly Outcome[] {
    return [...this.#outcomes.values()].filter(({ reason }) => reason);
  }

  render() {
    if (!this.#isOpen) return nothing;
    const { t, fill } = this.#words;
    const shared = this.#desk.shared();
    const accounts = this.#desk.accounts();
    const isPending = this.#current !== undefined;
    const word = t('confirmWord');
    const objection = this.#form.objection('confirmation');
    const left = this.#failures.length;
    const status = isPending ? t('disconnecting', { name: this.#current ?? '' }) : '';
    return dialog({
      heading: this.#desk.locale().t('disconnectAll'),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${t('disconnectAllEffect', { count: accounts.length })}</p>
        <ul class="subject">
          ${this.#outcomes.size ? [...this.#outcomes.values()].map(this.#renderOutcome) : accounts.map(this.#renderName)}
        </ul>
        ${typedConfirmation({
          label: t('confirm'),
          help: fill('confirmHelp', { word: html`<code>${word}</code>` }),
          typed: this.#form.text('confirmation'),
          objection: objection && t('invalid.mismatch'),
          error: left && !isPending ? t('someLeft', { count: left }) : undefined,
          status: objection ? shared.t('attention', { count: 1 }) : status,
          isPending,
          cancel: shared.t('cancel'),
          confirm: this.#desk.locale().t('disconnectAll'),
          take: this.#form.take,
          submit: this.#submit,
        })}
      `,
    });
  }

  readonly #renderName = (account: CalcomAccount) =>
    html`<li class="facts">${trueOrder(this.#desk.nameOf(account))}</li>`;

  readonly #renderOutcome = ({ name, reason }: Outcome) => {
    const { fill } = this.#words;
    const shown = trueOrder(name);
    if (!reason) return html`<li class="facts">${fill('isDisconnected', { name: shown })}</li>`;
    return html`<li class="facts bad">${fill<unknown>('isNotDisconnected', { name: shown, reason })}</li>`;
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#current !== undefined) return;
    if (!isTyped(this.#words.t('confirmWord'), this.#form.text('confirmation').toLowerCase())) {
      this.#form.object(new Map([['confirmation', { reason: 'mismatch' }]]));
      return this.#desk.focusFirstInvalid();
    }
    const all = this.#desk.accounts();
    for (const account of all) await this.#disconnect(account);
    this.#become(undefined);
    if (this.#action.error?.status === 403) this.#desk.recheck();
    if (!this.#isOpen || this.#failures.length) return;
    this.#desk.pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#desk.tell(this.#words.t('allDisconnected', { count: all.length }));
    await this.#desk.focusRow(0);
  };

  async #disconnect(account: CalcomAccount): Promise<void> {
    const workspace = this.#desk.workspace();
    if (!workspace || !this.#isOpen) return; // the person or the place has changed meanwhile
    const { id } = account;
    const name = this.#desk.nameOf(account);
    this.#become(name);
    const announcement = { before: 'agni-before-disconnect-integration', detail: { id, name } } as const;
    const isDone = await this.#action.run(announcement, () => disconnectAccount(workspace, id));
    const { error } = this.#action;
    const refused = error ? this.#desk.say(error) : this.#desk.shared().t('notAllowed');
    this.#outcomes.set(id, { name, reason: isDone ? undefined : refused });
    if (isDone) emit(this.#desk.pane, 'agni-integration-disconnected', { id, name });
  }

  #become(current: string | undefined): void {
    this.#current = current;
    this.#desk.pane.requestUpdate();
  }

  readonly #closed = (): void => {
    this.#isOpen = false;
    this.#form.reset();
  };

  attach(): void {
    this.#closed();
  }

  forget(): void {
    this.#closed();
  }
}

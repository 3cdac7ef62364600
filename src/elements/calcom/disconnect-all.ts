import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { CalcomAccount } from '../../contract/calcom.js';
import { looksTheSame } from '../../contract/visible-text.js';
import { emit } from '../../events.js';
import { disconnectCalcom } from '../../resources/calcom-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { dialog } from '../../ui/dialog.js';
import { typedConfirmation } from '../../ui/typed-confirmation.js';
import { FormController } from '../base/form-controller.js';
import type { CalcomContext, DialogsWords } from './calcom-context.js';
import { dialogsEn } from './dialogs.en.js';

/** What came of one account; no reason where it's gone. */
interface Outcome {
  readonly name: string;
  readonly reason: string | undefined;
}

/** Disconnects every account after a word was typed: one call each, each naming its account, each with its outcome. */
export class CalcomDisconnectingAll implements SessionObserver {
  readonly #context: CalcomContext;
  readonly #action: ActionController<void>;
  readonly #form: FormController;
  #isOpen = false;
  #current: string | undefined;
  #outcomes = new Map<string, Outcome>();

  constructor(context: CalcomContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    this.#form = new FormController(context.pane, () => ({ confirmation: '' }));
    context.pane.follow(this);
  }

  /** Asks whether to. */
  open(): void {
    if (this.#current !== undefined) return;
    this.#form.reset();
    this.#outcomes = new Map();
    this.#context.report('');
    this.#isOpen = true;
    this.#context.pane.requestUpdate();
  }

  get #words(): DialogsWords {
    return this.#context.locale().sibling(dialogsEn);
  }

  get #failures(): readonly Outcome[] {
    return [...this.#outcomes.values()].filter(({ reason }) => reason);
  }

  render() {
    if (!this.#isOpen) return nothing;
    const { t, fill } = this.#words;
    const shared = this.#context.shared();
    const accounts = this.#context.accounts();
    const isPending = this.#current !== undefined;
    const word = t('confirmWord');
    const fieldError = this.#form.fieldError('confirmation');
    const left = this.#failures.length;
    const status = isPending ? t('disconnecting', { name: this.#current ?? '' }) : '';
    return dialog({
      heading: this.#context.locale().t('disconnectAll'),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${t('disconnectAllEffect', { count: accounts.length })}</p>
        <ul class="subject">
          ${this.#outcomes.size ? [...this.#outcomes.values()].map(this.#renderOutcome) : accounts.map(this.#renderName)}
        </ul>
        ${typedConfirmation({
          label: t('confirm'),
          help: fill('confirmHelp', { word: html`<code translate="no">${word}</code>` }),
          typed: this.#form.text('confirmation'),
          fieldError: fieldError && t('invalid.mismatch'),
          error: left && !isPending ? t('someLeft', { count: left }) : undefined,
          status: fieldError ? shared.t('attention', { count: 1 }) : status,
          isPending,
          cancel: shared.t('cancel'),
          confirm: this.#context.locale().t('disconnectAll'),
          take: this.#form.take,
          submit: this.#submit,
        })}
      `,
    });
  }

  readonly #renderName = (account: CalcomAccount) =>
    html`<li class="facts">${bidiIsolate(this.#context.nameOf(account))}</li>`;

  readonly #renderOutcome = ({ name, reason }: Outcome) => {
    const { fill } = this.#words;
    const shown = bidiIsolate(name);
    if (!reason) return html`<li class="facts">${fill('isDisconnected', { name: shown })}</li>`;
    return html`<li class="facts bad">${fill<unknown>('isNotDisconnected', { name: shown, reason })}</li>`;
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#current !== undefined) return;
    if (!looksTheSame(this.#words.t('confirmWord'), this.#form.text('confirmation').toLowerCase())) {
      this.#form.object(new Map([['confirmation', { reason: 'mismatch' }]]));
      return this.#context.focusFirstInvalid();
    }
    const all = this.#context.accounts();
    for (const account of all) await this.#disconnect(account);
    this.#become(undefined);
    if (this.#action.error?.status === 403) this.#context.recheck();
    if (!this.#isOpen || this.#failures.length) return;
    this.#context.pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#context.report(this.#words.t('allDisconnected', { count: all.length }));
    await this.#context.focusRow(0);
  };

  async #disconnect(account: CalcomAccount): Promise<void> {
    const session = this.#context.session();
    if (!session || !this.#isOpen) return; // the person or the place has changed meanwhile
    const { id } = account;
    const name = this.#context.nameOf(account);
    this.#become(name);
    const announcement = { before: 'agni-before-disconnect-integration', detail: { id, name } } as const;
    const isDone = await this.#action.run(announcement, () => disconnectCalcom(session, id));
    const { error } = this.#action;
    const refused = error ? this.#context.errorMessage(error) : this.#context.shared().t('notAllowed');
    this.#outcomes.set(id, { name, reason: isDone ? undefined : refused });
    if (isDone) emit(this.#context.pane, 'agni-integration-disconnected', { id, name });
  }

  #become(current: string | undefined): void {
    this.#current = current;
    this.#context.pane.requestUpdate();
  }

  readonly #closed = (): void => {
    this.#isOpen = false;
    this.#form.reset();
  };

  onSessionChange(): void {
    this.#closed();
  }

  onSignedOut(): void {
    this.#closed();
  }
}

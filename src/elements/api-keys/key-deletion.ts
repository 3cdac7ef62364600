import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { ApiKey } from '../../contract/api-keys.js';
import { emit } from '../../events.js';
import { deleteKey } from '../../resources/api-key-change.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { dialog } from '../../ui/dialog.js';
import { isTyped, typedConfirmation } from '../../ui/typed-confirmation.js';
import { FormController } from '../base/form-controller.js';
import type { ApiKeysContext, DialogsWords } from './api-keys-context.js';
import { keyFacts } from './key-row.js';
import { maskedValue } from './key-state.js';

/** Deletes a key, after its name was typed. */
export class KeyDeletion implements SessionObserver {
  readonly #context: ApiKeysContext;
  readonly #words: () => DialogsWords;
  readonly #action: ActionController<void>;
  readonly #form: FormController;
  #subject: { readonly key: ApiKey; readonly isLeaked: boolean; readonly row: number } | undefined;

  constructor(context: ApiKeysContext, words: () => DialogsWords) {
    this.#context = context;
    this.#words = words;
    this.#action = new ActionController(context.pane);
    this.#form = new FormController(context.pane, () => ({ confirmation: '' }));
    context.pane.follow(this);
  }

  open(key: ApiKey, isLeaked: boolean): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#form.reset();
    this.#subject = { key, isLeaked, row: this.#context.rowOf(key) };
    this.#context.pane.requestUpdate();
  }

  render() {
    if (!this.#subject || !this.#context.canDelete()) return nothing; // the right may go while the dialog is open
    const words = this.#words();
    const { t, fill } = words;
    const shared = this.#context.shared();
    const { isPending } = this.#action;
    const { key: asOpened, isLeaked } = this.#subject;
    const state = this.#context.keys();
    // Its last use may have changed since the dialog was opened.
    const key = (state.status === 'ready' && state.value.find(({ id }) => id === asOpened.id)) || asOpened;
    const name = bidiIsolate(key.name);
    const fieldError = this.#form.fieldError('confirmation');
    return dialog({
      heading: t('deleteHeading'),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${t('deleteEffect')} ${isLeaked ? t('deleteLeaked') : nothing}</p>
        <p class="subject">
          <strong>${name}</strong><br />
          <span class="facts">
            <code dir="ltr">${maskedValue(key)}</code>${keyFacts(key, this.#context.creatorOf(key), this.#context.locale())}
          </span>
        </p>
        ${typedConfirmation({
          label: t('confirmName'),
          help: fill('confirmHelp', { name }),
          typed: this.#form.text('confirmation'),
          fieldError: fieldError && t('invalid.mismatch'),
          error: this.#error,
          status: isPending ? t('deleting') : fieldError ? shared.t('attention', { count: 1 }) : '',
          isPending,
          cancel: shared.t('cancel'),
          confirm: t('deleteKey'),
          take: this.#form.take,
          submit: this.#submit,
        })}
      `,
    });
  }

  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (wasCancelled && !this.#form.errorCount) return this.#context.shared().t('notAllowed');
    if (!error) return undefined;
    const state = this.#context.keys();
    const isInDoubt = error.isAnswerLost && state.status === 'ready' && state.error;
    return `${this.#context.errorMessage(error)} ${this.#words().t(isInDoubt ? 'perhapsDeleted' : 'notDeleted')}`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { pane } = this.#context;
    const session = this.#context.session();
    const subject = this.#subject;
    if (!session || !subject || this.#action.isPending) return;
    const { id, name } = subject.key;
    if (!isTyped(name, this.#form.text('confirmation'))) {
      this.#form.object(new Map([['confirmation', { reason: 'mismatch' }]]));
      return this.#context.focusFirstInvalid();
    }
    const isDeleted = await this.#action.run({ before: 'agni-before-delete-api-key', detail: { id, name } }, () =>
      deleteKey(session, id),
    );
    if (this.#action.error?.status === 403) this.#context.recheck();
    if (!isDeleted) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#context.announce(this.#words().t('deleted', { name }));
    emit(pane, 'agni-api-key-deleted', { id, name });
    await this.#context.focusRow(subject.row);
  };

  readonly #closed = (): void => {
    this.#subject = undefined;
    this.#form.reset();
  };

  onSessionChange(): void {
    this.#closed();
  }

  onSignedOut(): void {
    this.#closed();
  }
}

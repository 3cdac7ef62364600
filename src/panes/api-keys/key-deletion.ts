import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import { FormController } from '../../context/form-controller.js';
import type { Follower } from '../../context/resource-controller.js';
import type { ApiKey } from '../../contract/api-keys.js';
import { emit } from '../../events.js';
import { deleteKey } from '../../resources/api-key-change.js';
import { dialog } from '../../ui/dialog.js';
import { trueOrder } from '../../ui/true-order.js';
import { isTyped, typedConfirmation } from '../../ui/typed-confirmation.js';
import type { EditingWords, KeyDesk } from './key-desk.js';
import { keyFacts } from './key-row.js';
import { maskedValue } from './key-state.js';

/** Deletes a key, after its name was typed. */
export class KeyDeletion implements Follower {
  readonly #desk: KeyDesk;
  readonly #words: () => EditingWords;
  readonly #action: ActionController<void>;
  readonly #form: FormController;
  #subject: { readonly key: ApiKey; readonly isLeaked: boolean; readonly row: number } | undefined;

  constructor(desk: KeyDesk, words: () => EditingWords) {
    this.#desk = desk;
    this.#words = words;
    this.#action = new ActionController(desk.pane);
    this.#form = new FormController(desk.pane, () => ({ confirmation: '' }));
    desk.pane.follow(this);
  }

  open(key: ApiKey, isLeaked: boolean): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#form.reset();
    this.#subject = { key, isLeaked, row: this.#desk.rowOf(key) };
    this.#desk.pane.requestUpdate();
  }

  render() {
    if (!this.#subject || !this.#desk.canDelete()) return nothing; // the right may go while the dialog is open
    const words = this.#words();
    const { t, fill } = words;
    const shared = this.#desk.shared();
    const { isPending } = this.#action;
    const { key: asOpened, isLeaked } = this.#subject;
    const state = this.#desk.keys();
    // Its last use may have changed since the dialog was opened.
    const key = (state.status === 'ready' && state.value.find(({ id }) => id === asOpened.id)) || asOpened;
    const name = trueOrder(key.name);
    const objection = this.#form.objection('confirmation');
    return dialog({
      heading: t('deleteHeading'),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${t('deleteEffect')} ${isLeaked ? t('deleteLeaked') : nothing}</p>
        <p class="subject">
          <strong>${name}</strong><br />
          <span class="facts">
            <code dir="ltr">${maskedValue(key)}</code>${keyFacts(key, this.#desk.creatorOf(key), this.#desk.locale())}
          </span>
        </p>
        ${typedConfirmation({
          label: t('confirmName'),
          help: fill('confirmHelp', { name }),
          typed: this.#form.text('confirmation'),
          objection: objection && t('invalid.mismatch'),
          error: this.#error,
          status: isPending ? t('deleting') : objection ? shared.t('attention', { count: 1 }) : '',
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
    if (wasCancelled && !this.#form.objectionCount) return this.#desk.shared().t('notAllowed');
    if (!error) return undefined;
    const state = this.#desk.keys();
    const isInDoubt = error.isAnswerLost && state.status === 'ready' && state.error;
    return `${this.#desk.say(error)} ${this.#words().t(isInDoubt ? 'perhapsDeleted' : 'notDeleted')}`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { pane } = this.#desk;
    const workspace = this.#desk.workspace();
    const subject = this.#subject;
    if (!workspace || !subject || this.#action.isPending) return;
    const { id, name } = subject.key;
    if (!isTyped(name, this.#form.text('confirmation'))) {
      this.#form.object(new Map([['confirmation', { reason: 'mismatch' }]]));
      return this.#desk.focusFirstInvalid();
    }
    const isDeleted = await this.#action.run({ before: 'agni-before-delete-api-key', detail: { id, name } }, () =>
      deleteKey(workspace, id),
    );
    if (this.#action.error?.status === 403) this.#desk.recheck();
    if (!isDeleted) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#desk.announce(this.#words().t('deleted', { name }));
    emit(pane, 'agni-api-key-deleted', { id, name });
    await this.#desk.focusRow(subject.row);
  };

  readonly #closed = (): void => {
    this.#subject = undefined;
    this.#form.reset();
  };

  attach(): void {
    this.#closed();
  }

  forget(): void {
    this.#closed();
  }
}

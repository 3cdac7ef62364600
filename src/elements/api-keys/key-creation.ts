import { nothing, type ReactiveController } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { type CreatedApiKey, newApiKey } from '../../contract/api-key-change.js';
import type { ApiKey } from '../../contract/api-keys.js';
import { emit } from '../../events.js';
import { createApiKey } from '../../resources/api-key-mutations.js';
import { onPageLeave } from '../../ui/listen.js';
import { focusFirstInvalid } from '../base/focus-first-invalid.js';
import { type FieldError, FormController } from '../base/form-controller.js';
import { checkForm, refuseForm } from '../base/form-errors.js';
import type { ApiKeysContext, DialogsWords } from './api-keys-context.js';
import { creationError, isTaken } from './key-creation-error.js';
import {
  type CreationEvent,
  type CreationState,
  closed,
  isPending,
  isUnsaved,
  type Replacement,
  reduce,
} from './key-creation-machine.js';
import { emptyForm, isTooEarly, newKeyDialog, toNewKey } from './new-key-dialog.js';
import { savedKeyDialog } from './saved-key-dialog.js';
import { successorName } from './successor-name.js';

/**
 * Creates keys. key-creation-machine.ts has the states of the dialog, from the form to the new key. The secret is only
 * in the action's result, which is dropped when the dialog closes, when the element leaves the page, when the user
 * signs out, and when the page is frozen or left.
 */
export class KeyCreation implements ReactiveController, SessionObserver {
  readonly #context: ApiKeysContext;
  readonly #words: () => DialogsWords;
  readonly #deleteOld: (old: ApiKey) => void;
  readonly #action: ActionController<CreatedApiKey>;
  /** The texts typed for a new key, kept when the dialog closes, until the key is created or the user cancels. */
  readonly #draft: FormController;
  readonly #replacementForm: FormController;
  readonly #dialog = createRef<HTMLDialogElement>();
  #state = closed;
  /** The status that the last render showed. */
  #shown: CreationState['status'] = 'closed';
  #sentName = '';
  /** The user tried to close the dialog of the new key without "Done". */
  #wasCloseRefused = false;

  /** `deleteOld` is called once the successor of a leaked key is saved. */
  constructor(context: ApiKeysContext, words: () => DialogsWords, deleteOld: (old: ApiKey) => void) {
    const { pane } = context;
    this.#context = context;
    this.#words = words;
    this.#deleteOld = deleteOld;
    this.#action = new ActionController(pane);
    this.#draft = new FormController(pane, () => emptyForm);
    this.#replacementForm = new FormController(pane, () => emptyForm);
    pane.addController(this);
    onPageLeave(pane, () => this.#state.status === 'secret' && this.#forget());
    pane.addSessionObserver(this);
  }

  /** Whether leaving would lose something on screen: typed text, or a key that is not stored yet. */
  get isDirty(): boolean {
    return isUnsaved(this.#state) || (this.#state.status === 'form' && this.#draft.isDirty);
  }

  get #replacement(): Replacement | undefined {
    return this.#state.status === 'closed' ? undefined : this.#state.replacement;
  }

  get #form(): FormController {
    return this.#replacement ? this.#replacementForm : this.#draft;
  }

  /** Opens the form for a new key, or for one that replaces another. */
  open(replacement?: Replacement): void {
    if (isPending(this.#state)) return;
    if (replacement) this.#replacementForm.reset();
    this.#action.reset();
    this.#send({ type: 'opened', replacement });
  }

  /** A form whose permission was withdrawn does not come back with the permission. */
  hostUpdate(): void {
    const isCreating = isPending(this.#state) || this.#action.state.status === 'done';
    if (!isCreating && !this.#context.canCreate()) this.#closed();
  }

  render() {
    const state = this.#state;
    const { state: action } = this.#action;
    if (state.status === 'secret' && action.status === 'done') return this.#renderSecret(action.result, state);
    // The permission may be withdrawn while the dialog is open.
    return state.status === 'form' && this.#context.canCreate() ? this.#renderForm(state) : nothing;
  }

  #renderForm({ replacement }: Extract<CreationState, { status: 'form' }>) {
    const shared = this.#context.shared();
    const words = this.#words();
    const form = this.#form;
    const { isPending } = this.#action;
    const { errorCount: count } = form;
    return newKeyDialog(
      {
        form,
        replacement,
        name: replacement ? successorName(replacement.old.name, this.#context.keys()) : form.text('name'),
        element: this.#dialog,
        fieldError: (field) => this.#fieldErrorMessage(form.fieldError(field)),
        error: creationError(this.#action, form, this.#sentName, this.#context, words),
        status: isPending ? words.t('creating') : count ? shared.t('attention', { count }) : '',
        isPending,
        cancelText: shared.t('cancel'),
        leakChosen: (isLeaked) => this.#send({ type: 'leakChosen', isLeaked }),
        cancel: () => {
          if (isPending) return;
          form.reset();
          this.#dialog.value?.close();
        },
        closed: this.#closed,
        submit: this.#submit,
      },
      words,
    );
  }

  #renderSecret(created: CreatedApiKey, state: Extract<CreationState, { status: 'secret' }>) {
    return savedKeyDialog(
      {
        created,
        state,
        isUnsaved: isUnsaved(state),
        wasCloseRefused: this.#wasCloseRefused,
        element: this.#dialog,
        changed: (event) => this.#send(event),
        refused: () => this.#refuseClose(),
        done: this.#finish,
      },
      this.#context,
      this.#words(),
    );
  }

  /** Announces how to close the dialog. The text is removed first, so that screen readers announce it each time. */
  #refuseClose(): void {
    const { pane } = this.#context;
    this.#wasCloseRefused = false;
    pane.requestUpdate();
    void pane.updateComplete.then(() => {
      this.#wasCloseRefused = true;
      pane.requestUpdate();
    });
  }

  #fieldErrorMessage(fieldError: FieldError | undefined): string | undefined {
    const words = this.#words();
    // If no date was chosen, the clock of this device is wrong and the server's time is not known.
    const isClock = fieldError?.reason === 'past' && this.#form.text('expires') !== 'date';
    const key = `invalid.${isClock ? 'clock' : fieldError?.reason}`;
    return words.find(key) ?? this.#context.fieldErrorMessage(fieldError);
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const session = this.#context.session();
    const replacement = this.#replacement;
    if (!session || this.#state.status !== 'form' || this.#state.isPending) return;
    const form = this.#form;
    const name = replacement ? successorName(replacement.old.name, this.#context.keys()) : form.text('name');
    const body = toNewKey(form, name);
    if (!this.#check(body)) return focusFirstInvalid(this.#context.pane);
    this.#sentName = body.name;
    this.#send({ type: 'submitted' });
    const announcement = { before: 'agni-before-create-api-key', detail: { name: body.name } } as const;
    await this.#action
      .run(announcement, () => createApiKey(session, body))
      .finally(() => this.#send({ type: 'settled' }));
    const { state, error, failure } = this.#action;
    if (state.status === 'done') {
      form.reset();
      this.#send({ type: 'created' });
      emit(this.#context.pane, 'agni-api-key-created', { id: state.result.id, name: state.result.name });
    }
    if (!failure) return;
    if (error?.status === 403) this.#context.recheck();
    if (error?.code === 'CONFLICT' && !replacement) form.setErrors(new Map([['name', { reason: 'taken' }]]));
    else refuseForm(form, failure);
    await focusFirstInvalid(this.#context.pane);
  };

  /** Whether a body may be sent; shows its errors if not. */
  #check(body: { readonly name: string }): boolean {
    const form = this.#form;
    if (!checkForm(form, newApiKey, body)) return false;
    const fieldErrors = new Map<string, FieldError>();
    if (isTaken(body.name, this.#context)) fieldErrors.set('name', { reason: 'taken' });
    if (isTooEarly(form)) fieldErrors.set('expires_at', { reason: form.text('expires_at') ? 'past' : 'date' });
    form.setErrors(fieldErrors);
    return !fieldErrors.size;
  }

  readonly #closed = (): void => {
    if (this.#state.status !== 'form') return; // the same dialog already shows the secret
    this.#send({ type: 'closed' });
    if (this.#draft.isDirty) this.#context.announce(this.#words().t('draftKept'));
  };

  /** Closes the dialog of the new key, unless the key would be lost. */
  readonly #finish = (): void => {
    const replacement = this.#replacement;
    if (this.#state.status !== 'secret' || isUnsaved(this.#state)) return;
    this.#dialog.value?.close();
    this.#send({ type: 'closed' });
    if (replacement?.isLeaked && this.#context.canDelete()) this.#deleteOld(replacement.old);
  };

  /** Moves to the next state. Drops the secret when its dialog closes. */
  #send(event: CreationEvent): void {
    const before = this.#state;
    this.#state = reduce(this.#state, event);
    this.#wasCloseRefused = false;
    if (before.status === 'secret' && this.#state.status === 'closed') this.#action.reset();
    this.#context.pane.requestUpdate();
  }

  /** Moves focus to the first control when the dialog shows the new key. */
  hostUpdated(): void {
    const shown = this.#shown;
    this.#shown = this.#state.status;
    if (shown === 'form' && this.#shown === 'secret') {
      this.#dialog.value?.querySelector<HTMLElement>('[autofocus]')?.focus();
    }
  }

  readonly #forget = (): void => this.#send({ type: 'forgotten' });

  readonly onRemoved = this.#forget;
  readonly onSessionChange = this.#forget;

  onSignedOut(): void {
    this.#draft.reset();
    this.#forget();
  }

  /** Discards what was typed. */
  reset(): void {
    this.#draft.reset();
    this.#replacementForm.reset();
  }
}

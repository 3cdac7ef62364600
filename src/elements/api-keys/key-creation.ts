import { nothing, type ReactiveController } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { type CreatedApiKey, newApiKey } from '../../contract/api-key-change.js';
import type { ApiKey } from '../../contract/api-keys.js';
import { looksTheSame } from '../../contract/visible-text.js';
import { emit } from '../../events.js';
import { createApiKey } from '../../resources/api-key-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { textField } from '../../ui/field.js';
import { type FieldError, FormController } from '../base/form-controller.js';
import type { ApiKeysContext, DialogsWords } from './api-keys-context.js';
import { emptyForm, isTooEarly, keyForm, toNewKey } from './key-form.js';
import { KeyStoring } from './key-storing.js';
import { replaceKeyIntro } from './replace-key-intro.js';
import { successorName } from './successor-name.js';

/** What is being created: a key, or one that takes over from another. */
type Purpose = { readonly kind: 'new' } | Replacement;
type Replacement = { readonly kind: 'replace'; readonly old: ApiKey; readonly isLeaked: boolean };

/**
 * Creates keys: the dialog that asks for one, the one that guides through replacing one, and the one that shows the
 * secret, in this order in one place. The secret is in the action's result alone, and goes when its dialog does, when
 * the pane or the person leaves, and when the page is put away.
 */
export class KeyCreation implements ReactiveController, SessionObserver {
  readonly #context: ApiKeysContext;
  readonly #words: () => DialogsWords;
  readonly #deleteOld: (old: ApiKey) => void;
  readonly #action: ActionController<CreatedApiKey>;
  /** What was typed for a new key. The draft outlives its dialog until the key is created or the user cancels. */
  readonly #draft: FormController;
  readonly #succession: FormController;
  readonly #saving: KeyStoring;
  #purpose: Purpose | undefined;
  #sentName = '';
  #hadSecret = false;

  /** `deleteOld` is told once the successor of a leaked key is saved. */
  constructor(context: ApiKeysContext, words: () => DialogsWords, deleteOld: (old: ApiKey) => void) {
    const { pane } = context;
    this.#context = context;
    this.#words = words;
    this.#deleteOld = deleteOld;
    this.#action = new ActionController(pane);
    this.#draft = new FormController(pane, () => emptyForm);
    this.#succession = new FormController(pane, () => emptyForm);
    this.#saving = new KeyStoring(pane);
    pane.addController(this);
    pane.addSessionObserver(this);
  }

  /** Whether leaving would lose something on screen: typed text, or a key that is not stored yet. */
  get isDirty(): boolean {
    return (!!this.#purpose && this.#draft.isDirty) || (this.#action.state.status === 'done' && !this.#saving.isDone);
  }

  get #form(): FormController {
    return this.#purpose?.kind === 'replace' ? this.#succession : this.#draft;
  }

  get #keys(): readonly ApiKey[] {
    const state = this.#context.keys();
    return state.status === 'ready' ? state.value : [];
  }

  /** Asks for a new key. */
  create(): void {
    this.#begin({ kind: 'new' });
  }

  /** Guides through replacing a key. */
  replace(old: ApiKey, isLeaked: boolean): void {
    this.#succession.reset();
    this.#begin({ kind: 'replace', old, isLeaked });
  }

  #begin(purpose: Purpose): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#become(purpose);
  }

  #become(purpose: Purpose | undefined): void {
    this.#purpose = purpose;
    this.#context.pane.requestUpdate();
  }

  render() {
    const { state } = this.#action;
    const purpose = this.#purpose;
    if (state.status === 'done') {
      const replaced = purpose?.kind === 'replace' ? purpose.old.name : undefined;
      return this.#saving.render(state.result, replaced, {
        context: this.#context,
        words: this.#words(),
        done: this.#finish,
      });
    }
    if (!purpose || !this.#context.canCreate()) return nothing; // the right may go while the dialog is open
    const { t, fill } = this.#words();
    const isNew = purpose.kind === 'new';
    return dialog({
      heading: isNew ? t('newKeyHeading') : fill('replaceHeading', { name: bidiIsolate(purpose.old.name) }),
      isGuarded: this.#action.isPending,
      closed: this.#closed,
      content: isNew
        ? this.#renderForm(t('create'), { value: this.#draft.text('name'), help: t('nameHelp'), isFirst: true })
        : [
            replaceKeyIntro(purpose.isLeaked, (isLeaked) => this.#become({ ...purpose, isLeaked }), this.#words()),
            this.#renderForm(this.#context.locale().t('replace'), {
              value: successorName(purpose.old.name, this.#keys),
              help: t('successorHelp'),
              isFirst: true,
              readonly: true,
            }),
          ],
    });
  }

  #renderForm(confirm: string, name: { value: string; help: string; isFirst?: boolean; readonly?: boolean }) {
    const shared = this.#context.shared();
    const { isPending } = this.#action;
    const { errorCount: count } = this.#form;
    const objectionTo = (field: string) => this.#sayObjection(this.#form.fieldError(field));
    return keyForm(
      {
        form: this.#form,
        name: textField({ ...name, name: 'name', label: this.#words().t('name'), fieldError: objectionTo('name') }),
        objectionTo,
        error: this.#error,
        status: isPending ? this.#words().t('creating') : count ? shared.t('attention', { count }) : '',
        isPending,
        cancel: shared.t('cancel'),
        confirm,
        cancelled: this.#cancel,
        submit: this.#submit,
      },
      this.#words(),
    );
  }

  #sayObjection(fieldError: FieldError | undefined): string | undefined {
    const words = this.#words();
    // Where no date was chosen, the clock of this device is wrong and the server has not told the time.
    const isClock = fieldError?.reason === 'past' && this.#form.text('expires') !== 'date';
    const key = `invalid.${isClock ? 'clock' : fieldError?.reason}`;
    return words.has(key) ? words.t(key) : this.#context.fieldErrorMessage(fieldError);
  }

  /** What went wrong with the form as a whole, and what is true now as far as the list tells. */
  get #error(): unknown {
    const { error, wasCancelled } = this.#action;
    const { errorCount, unplaced, isExplained } = this.#form;
    if (wasCancelled && !errorCount) return this.#context.shared().t('notAllowed');
    if (!error || isExplained) return undefined;
    const { t, fill } = this.#words();
    const name = bidiIsolate(this.#sentName);
    const state = this.#context.keys();
    if (error.isAnswerLost && this.#isTaken(this.#sentName)) return fill('createdButLost', { name });
    if (error.code === 'CONFLICT') return t('takenMeanwhile');
    const isInDoubt = error.isAnswerLost && state.status === 'ready' && state.isStale;
    const reasons = [this.#context.errorMessage(error), ...unplaced].join(' ');
    return [reasons, ' ', isInDoubt ? fill('perhapsCreated', { name }) : t('notCreated')];
  }

  #isTaken(name: string): boolean {
    return this.#keys.some((key) => looksTheSame(key.name, name));
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { pane } = this.#context;
    const session = this.#context.session();
    const purpose = this.#purpose;
    if (!session || !purpose || this.#action.isPending) return;
    const form = this.#form;
    const isNew = purpose.kind === 'new';
    const body = toNewKey(form, isNew ? form.text('name') : successorName(purpose.old.name, this.#keys));
    const fieldErrors = new Map<string, FieldError>();
    if (this.#isTaken(body.name)) fieldErrors.set('name', { reason: 'taken' });
    if (isTooEarly(form)) fieldErrors.set('expires_at', { reason: form.text('expires_at') ? 'past' : 'date' });
    if (!form.check(newApiKey, body)) return this.#context.focusFirstInvalid();
    form.object(fieldErrors);
    if (fieldErrors.size) return this.#context.focusFirstInvalid();

    const { name } = body;
    this.#sentName = name;
    this.#saving.begin(); // before there is a key: the first sight of it follows from this
    const isCreated = await this.#action.run({ before: 'agni-before-create-api-key', detail: { name } }, () =>
      createApiKey(session, body),
    );
    const { state, error } = this.#action;
    if (isCreated && state.status === 'done') {
      form.reset();
      emit(pane, 'agni-api-key-created', { id: state.result.id, name: state.result.name });
    }
    if (!error) return;
    if (error.status === 403) this.#context.recheck();
    const isOwnName = error.code === 'CONFLICT' && isNew;
    if (isOwnName) form.object(new Map([['name', { reason: 'taken' }]]));
    else form.refuse(error);
    await this.#context.focusFirstInvalid();
  };

  readonly #cancel = (event: Event): void => {
    if (this.#action.isPending) return;
    this.#form.reset();
    closeDialog(event);
  };

  readonly #closed = (): void => {
    if (this.#action.state.status === 'done') return; // the same dialog shows the secret by now
    this.#become(undefined);
    if (this.#draft.isDirty) this.#context.announce(this.#words().t('draftKept'));
  };

  /** The secret is stored; it goes at once, before its dialog has quite closed. */
  readonly #finish = (): void => {
    if (this.#action.state.status !== 'done') return;
    const purpose = this.#purpose;
    this.#forgetSecret();
    if (purpose?.kind === 'replace' && purpose.isLeaked && this.#context.canDelete()) this.#deleteOld(purpose.old);
  };

  readonly #forgetSecret = (): void => {
    if (this.#action.state.status !== 'done') return;
    this.#action.reset();
    this.#become(undefined);
  };

  /** Leads the focus on when the dialog has changed what it shows. */
  hostUpdated(): void {
    const hasSecret = this.#action.state.status === 'done';
    if (hasSecret && !this.#hadSecret) {
      this.#context.pane.renderRoot.querySelector<HTMLElement>('dialog [autofocus]')?.focus();
    }
    this.#hadSecret = hasSecret;
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#forgetSecret);
    document.addEventListener('freeze', this.#forgetSecret);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#forgetSecret);
    document.removeEventListener('freeze', this.#forgetSecret);
  }

  onRemoved(): void {
    this.#become(undefined);
  }

  onSessionChange(): void {
    this.#become(undefined);
  }

  onSignedOut(): void {
    this.#draft.reset();
    this.#become(undefined);
  }

  /** Discards what was typed. */
  reset(): void {
    this.#draft.reset();
    this.#succession.reset();
  }
}

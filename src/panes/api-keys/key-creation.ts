import { nothing, type ReactiveController } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import { FormController, type Objection } from '../../context/form-controller.js';
import type { Follower } from '../../context/resource-controller.js';
import { type CreatedApiKey, newApiKey } from '../../contract/api-key-change.js';
import type { ApiKey } from '../../contract/api-keys.js';
import { emit } from '../../events.js';
import { createKey } from '../../resources/api-key-change.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { textField } from '../../ui/field.js';
import { trueOrder } from '../../ui/true-order.js';
import type { EditingWords, KeyDesk } from './key-desk.js';
import { emptyForm, isTooEarly, keyForm, toNewKey } from './key-form.js';
import { KeySaving } from './key-saving.js';
import { replaceKeyIntro } from './replace-key-intro.js';
import { successorName } from './succession.js';

/** What is being created: a key, or one that takes over from another. */
type Purpose = { readonly kind: 'new' } | Replacement;
type Replacement = { readonly kind: 'replace'; readonly old: ApiKey; readonly isLeaked: boolean };

/**
 * Creates keys: the dialog that asks for one, the one that guides through replacing one, and the one that shows the
 * secret, in this order in one place. The secret is in the action's result alone, and goes when its dialog does, when
 * the pane or the person leaves, and when the page is put away.
 */
export class KeyCreation implements ReactiveController, Follower {
  readonly #desk: KeyDesk;
  readonly #words: () => EditingWords;
  readonly #deleteOld: (old: ApiKey) => void;
  readonly #action: ActionController<CreatedApiKey>;
  /** What was typed for a new key; it outlives its dialog until it's created or discarded. */
  readonly #draft: FormController;
  readonly #succession: FormController;
  readonly #saving: KeySaving;
  #purpose: Purpose | undefined;
  #sentName = '';
  #hadSecret = false;

  /** `deleteOld` is told once the successor of a leaked key is saved. */
  constructor(desk: KeyDesk, words: () => EditingWords, deleteOld: (old: ApiKey) => void) {
    const { pane } = desk;
    this.#desk = desk;
    this.#words = words;
    this.#deleteOld = deleteOld;
    this.#action = new ActionController(pane);
    this.#draft = new FormController(pane, () => emptyForm);
    this.#succession = new FormController(pane, () => emptyForm);
    this.#saving = new KeySaving(pane);
    pane.addController(this);
    pane.follow(this);
  }

  /** Something would be lost by leaving: what was typed, or a key that nobody has stored yet. */
  get isDirty(): boolean {
    return this.#draft.isDirty || (this.#action.state.status === 'done' && !this.#saving.isDone);
  }

  get #form(): FormController {
    return this.#purpose?.kind === 'replace' ? this.#succession : this.#draft;
  }

  get #keys(): readonly ApiKey[] {
    const state = this.#desk.keys();
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
    this.#desk.pane.requestUpdate();
  }

  render() {
    const { state } = this.#action;
    const purpose = this.#purpose;
    if (state.status === 'done') {
      const replaced = purpose?.kind === 'replace' ? purpose.old.name : undefined;
      return this.#saving.render(state.result, replaced, {
        desk: this.#desk,
        words: this.#words(),
        done: this.#finish,
      });
    }
    if (!purpose || !this.#desk.canCreate()) return nothing; // the right may go while the dialog is open
    const { t, fill } = this.#words();
    const isNew = purpose.kind === 'new';
    return dialog({
      heading: isNew ? t('newKeyHeading') : fill('replaceHeading', { name: trueOrder(purpose.old.name) }),
      isGuarded: this.#action.isPending,
      closed: this.#closed,
      content: isNew
        ? this.#renderForm(t('create'), { value: this.#draft.text('name'), help: t('nameHelp'), isFirst: true })
        : [
            replaceKeyIntro(purpose.isLeaked, (isLeaked) => this.#become({ ...purpose, isLeaked }), this.#words()),
            this.#renderForm(this.#desk.locale().t('replace'), {
              value: successorName(purpose.old.name, this.#keys),
              help: t('successorHelp'),
              isFirst: true,
              readonly: true,
            }),
          ],
    });
  }

  #renderForm(confirm: string, name: { value: string; help: string; isFirst?: boolean; readonly?: boolean }) {
    const shared = this.#desk.shared();
    const { isPending } = this.#action;
    const { objectionCount: count } = this.#form;
    const objectionTo = (field: string) => this.#sayObjection(this.#form.objection(field));
    return keyForm(
      {
        form: this.#form,
        name: textField({ ...name, name: 'name', label: this.#words().t('name'), objection: objectionTo('name') }),
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

  #sayObjection(objection: Objection | undefined): string | undefined {
    const words = this.#words();
    const key = `invalid.${objection?.reason}`;
    return words.has(key) ? words.t(key) : this.#desk.sayObjection(objection);
  }

  /** What went wrong with the form as a whole, and what is true now as far as the list tells. */
  get #error(): unknown {
    const { error, wasCancelled } = this.#action;
    const { unplaced, objectionCount } = this.#form;
    if (wasCancelled && !objectionCount) return this.#desk.shared().t('notAllowed');
    if (!error || (objectionCount && !unplaced.length)) return undefined;
    const { t, fill } = this.#words();
    const name = trueOrder(this.#sentName);
    const state = this.#desk.keys();
    if (error.isAnswerLost && this.#isTaken(this.#sentName)) return fill('createdButLost', { name });
    if (error.code === 'CONFLICT') return t('takenMeanwhile');
    const isInDoubt = error.isAnswerLost && state.status === 'ready' && state.error;
    const reasons = [this.#desk.say(error), ...unplaced].join(' ');
    return [reasons, ' ', isInDoubt ? fill('perhapsCreated', { name }) : t('notCreated')];
  }

  #isTaken(name: string): boolean {
    return this.#keys.some((key) => key.name.trim() === name);
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { pane } = this.#desk;
    const workspace = this.#desk.workspace();
    const purpose = this.#purpose;
    if (!workspace || !purpose || this.#action.isPending) return;
    const form = this.#form;
    const isNew = purpose.kind === 'new';
    const body = toNewKey(form, isNew ? form.text('name') : successorName(purpose.old.name, this.#keys));
    const objections = new Map<string, Objection>();
    if (this.#isTaken(body.name)) objections.set('name', { reason: 'taken' });
    if (isTooEarly(form)) objections.set('expires_at', { reason: form.text('expires_at') ? 'past' : 'date' });
    if (!form.check(newApiKey, body)) return this.#desk.focusFirstInvalid();
    form.object(objections);
    if (objections.size) return this.#desk.focusFirstInvalid();

    const { name } = body;
    this.#sentName = name;
    this.#saving.begin(); // before there is a key: the first sight of it follows from this
    const isCreated = await this.#action.run({ before: 'agni-before-create-api-key', detail: { name } }, () =>
      createKey(workspace, body),
    );
    const { state, error } = this.#action;
    if (isCreated && state.status === 'done') {
      form.reset();
      emit(pane, 'agni-api-key-created', { id: state.result.id, name: state.result.name });
    }
    if (!error) return;
    if (error.status === 403) this.#desk.recheck();
    const isOwnName = error.code === 'CONFLICT' && isNew;
    if (isOwnName) form.object(new Map([['name', { reason: 'taken' }]]));
    else form.refuse(error);
    await this.#desk.focusFirstInvalid();
  };

  readonly #cancel = (event: Event): void => {
    if (this.#action.isPending) return;
    this.#form.reset();
    closeDialog(event);
  };

  readonly #closed = (): void => {
    if (this.#action.state.status === 'done') return; // the same dialog shows the secret by now
    this.#become(undefined);
    if (this.#draft.isDirty) this.#desk.announce(this.#words().t('draftKept'));
  };

  /** The secret is stored; it goes at once, before its dialog has quite closed. */
  readonly #finish = (): void => {
    if (this.#action.state.status !== 'done') return;
    const purpose = this.#purpose;
    this.#forgetSecret();
    if (purpose?.kind === 'replace' && purpose.isLeaked && this.#desk.canDelete()) this.#deleteOld(purpose.old);
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
      this.#desk.pane.renderRoot.querySelector<HTMLElement>('dialog [autofocus]')?.focus();
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

  attach(): void {
    this.#become(undefined);
  }

  forget(): void {
    this.#draft.reset();
    this.#become(undefined);
  }

  /** Discards what was typed. */
  reset(): void {
    this.#draft.reset();
    this.#succession.reset();
  }
}

import { html, nothing } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import { ActionController } from '../../context/action-controller.js';
import { failureMessage } from '../../context/approval.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { CalcomAccount } from '../../contract/calcom.js';
import { newCalcomAccount } from '../../contract/calcom-connection.js';
import { emit } from '../../events.js';
import type { ApiSession } from '../../resources/api-session.js';
import { type ConnectedAccount, connectCalcom } from '../../resources/calcom-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { textField } from '../../ui/field.js';
import { onPageLeave } from '../../ui/listen.js';
import { isFocusElsewhere } from '../base/focus-elsewhere.js';
import { focusFirstInvalid } from '../base/focus-first-invalid.js';
import { FormController } from '../base/form-controller.js';
import { checkForm, refuseForm } from '../base/form-errors.js';
import { focusRow, rowOf } from '../base/row-focus.js';
import type { CalcomContext, DialogsWords } from './calcom-context.js';
import { dialogsEn } from './dialogs.en.js';
import { keyField } from './key-field.js';
import { replaceAccount } from './replace-account.js';

/** The start of every Cal.com key, according to Cal.com's documentation. */
const usualStart = 'cal_';

/**
 * Connects an account by its key, or reconnects a broken one by a new key, in a dialog. The key exists only in its
 * input field, which is cleared after every attempt, and when the dialog closes, the pane is removed, the page is left
 * or the user signs out.
 */
export class ConnectAccount implements SessionObserver {
  readonly #context: CalcomContext;
  readonly #action: ActionController<ConnectedAccount>;
  readonly #form: FormController;
  readonly #dialog = createRef<HTMLDialogElement>();
  /** The subject of the open dialog: a new account, or an account to reconnect. */
  #subject: 'new' | CalcomAccount | undefined;
  /** The only stored facts about the key: whether the field is filled, and whether the key has an unusual start. */
  #key: { readonly isThere: boolean; readonly isUnusual: boolean } = { isThere: false, isUnusual: false };
  /** Counts up when the user signs out or is another one. */
  #signIn = 0;

  constructor(context: CalcomContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    this.#form = new FormController(context.pane, () => ({ account_name: '', api_key: '' }));
    onPageLeave(context.pane, () => this.#forgetKey());
    context.pane.addSessionObserver(this);
  }

  /** Whether the user typed something that is not sent. */
  get isDirty(): boolean {
    return this.#form.isDirty || this.#key.isThere;
  }

  /** Opens the dialog for a new account, or for an account whose key Cal.com no longer accepts. */
  open(account: CalcomAccount | 'new' = 'new'): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#form.reset();
    this.#context.announce('');
    this.#subject = account;
    this.#context.pane.requestUpdate();
  }

  get #words(): DialogsWords {
    return this.#context.locale().sibling(dialogsEn);
  }

  render() {
    const subject = this.#subject;
    if (!subject) return nothing;
    const { t } = this.#words;
    const { isPending } = this.#action;
    const isNew = subject === 'new';
    const words = this.#context.locale();
    const act = words.t(isNew ? 'connect' : 'reconnectAccount');
    const buttons = {
      error: this.#error,
      status: isPending ? t('connecting') : '',
      isPending,
      cancel: this.#context.shared().t('cancel'),
      confirm: act,
      isDangerous: false,
    };
    return dialog({
      heading: isNew ? act : words.fill('reconnectNamed', { name: bidiIsolate(this.#context.nameOf(subject)) }),
      description: t(isNew ? 'connectText' : 'reconnectText'),
      isGuarded: isPending,
      closed: () => this.reset(),
      element: this.#dialog,
      content: html`<form class="stack" novalidate autocomplete="off" @input=${this.#take} @submit=${this.#submit}>
        ${isNew ? this.#renderName() : nothing}
        ${keyField({
          name: 'api_key',
          label: t('key'),
          help: t('keyHelp'),
          isFirst: !isNew,
          below: html`<p class="help warn" role="status">${this.#key.isUnusual ? t('keyUnusual') : ''}</p>`,
          fieldError: this.#fieldErrorMessage('api_key'),
        })}
        ${confirmation(buttons)}
      </form>`,
    });
  }

  #renderName() {
    const { t } = this.#words;
    return textField({
      name: 'account_name',
      optional: this.#context.shared().t('optional'),
      label: t('name'),
      value: this.#form.text('account_name'),
      help: t('nameHelp'),
      isFirst: true,
      fieldError: this.#fieldErrorMessage('account_name'),
    });
  }

  #fieldErrorMessage(field: string): string | undefined {
    const fieldError = this.#form.fieldError(field);
    return this.#words.find(`invalid.${fieldError?.reason}`) ?? this.#context.fieldErrorMessage(fieldError);
  }

  /** Why the last attempt failed, and whether the account was connected. */
  get #error(): string | undefined {
    const { isExplained, unplaced } = this.#form;
    if (isExplained) return undefined;
    return failureMessage(this.#action.failure, this.#context.shared(), (error) => {
      const words = this.#words;
      const reason = words.find(`connect.${error.code}`) ?? this.#context.errorMessage(error);
      const isInDoubt = error.isAnswerLost && this.#context.isStale();
      return [reason, ...unplaced, words.t(isInDoubt ? 'perhapsConnected' : 'notConnected')].join(' ');
    });
  }

  get #input(): HTMLInputElement | null {
    return this.#context.pane.renderRoot.querySelector<HTMLInputElement>('[name=api_key]');
  }

  readonly #take = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    const typed = value.trim();
    if (name !== 'api_key') {
      this.#form.take(event);
    } else {
      this.#key = { isThere: !!typed, isUnusual: !usualStart.startsWith(typed.slice(0, usualStart.length)) };
      this.#form.touch(event);
    }
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const session = this.#context.session();
    const subject = this.#subject;
    if (!session || !subject || this.#action.isPending) return;
    const typedName = this.#form.text('account_name').trim();
    const account_name = (subject === 'new' ? typedName : subject.account_name) || undefined;
    const account = { api_key: this.#input?.value.trim() ?? '', account_name };
    this.#action.reset();
    const org_id = await session.organizationId();
    if (!checkForm(this.#form, newCalcomAccount, { org_id, ...account })) return focusFirstInvalid(this.#context.pane);
    const detail = {
      ...(subject === 'new' ? {} : { id: subject.id }),
      ...(account_name ? { name: account_name } : {}),
    };
    const run = this.#action.run({ before: 'agni-before-connect-integration', detail }, () =>
      connectCalcom(session, account),
    );
    const isConnected = await run.finally(() => this.#forgetKey());
    const { state } = this.#action;
    if (isConnected && state.status === 'done') return this.#finish(session, subject, state.result);
    await this.#explain();
  };

  async #finish(session: ApiSession, subject: 'new' | CalcomAccount, { id, name }: ConnectedAccount): Promise<void> {
    const { t } = this.#words;
    const { pane, announce, nameOf, shared, errorMessage } = this.#context;
    emit(pane, 'agni-integration-connected', name ? { id, name } : { id });
    if (subject === 'new') {
      this.#close();
      return announce(name ? t('connected', { name }) : t('connectedUnnamed'));
    }
    const row = rowOf(pane, subject);
    this.#close();
    const signIn = this.#signIn;
    const replaced = id === subject.id || (await replaceAccount(this.#context, session, subject, id));
    if (signIn !== this.#signIn) return;
    const outcome = t(replaced === true ? 'reconnected' : 'partlyReconnected', { name: nameOf(subject) });
    announce(
      typeof replaced === 'boolean' ? outcome : `${outcome} ${failureMessage(replaced, shared(), errorMessage)}`,
    );
    if (!isFocusElsewhere(pane)) await focusRow(pane, row);
  }

  async #explain(): Promise<void> {
    const { error, failure } = this.#action;
    if (!failure) return;
    if (error?.isForbidden) this.#context.recheck();
    if (error?.code === 'INVALID_REQUEST') this.#form.setErrors(new Map([['api_key', { reason: 'refused' }]]));
    else refuseForm(this.#form, failure);
    await focusFirstInvalid(this.#context.pane);
  }

  /** Closes the dialog, so that the browser gives the focus back. */
  #close(): void {
    this.#dialog.value?.close();
    this.reset();
  }

  #forgetKey(): void {
    const input = this.#input;
    if (input) input.value = '';
    this.#key = { isThere: false, isUnusual: false };
    this.#context.pane.requestUpdate();
  }

  onRemoved(): void {
    this.#forgetKey();
  }

  onSessionChange(): void {
    this.#signIn++;
    this.reset();
  }

  onSignedOut(): void {
    this.onSessionChange();
  }

  /** Discards what was typed, and closes the dialog. */
  reset(): void {
    this.#subject = undefined;
    this.#form.reset();
    this.#forgetKey();
  }
}

import { html, nothing, type ReactiveController } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { newCalcomAccount } from '../../contract/calcom-connection.js';
import { emit } from '../../events.js';
import { type ConnectedAccount, connectCalcom } from '../../resources/calcom-mutations.js';
import { textField } from '../../ui/field.js';
import { FormController } from '../base/form-controller.js';
import { subheading } from '../base/listing.js';
import type { CalcomContext, DialogsWords } from './calcom-context.js';
import { dialogsEn } from './dialogs.en.js';
import { keyField } from './key-field.js';

/** What every key of Cal.com begins with, by Cal.com's documentation. */
const usualStart = 'cal_';

/**
 * Connects an account by its key. The key is in its field and nowhere else. The field is emptied after every attempt,
 * and when the pane is removed, the page is left or the user signs out.
 */
export class ConnectAccount implements ReactiveController, SessionObserver {
  readonly #context: CalcomContext;
  readonly #action: ActionController<ConnectedAccount>;
  readonly #form: FormController;
  /** All that is kept of the key: whether the field is filled, and whether the key has an unusual start. */
  #key: { readonly isThere: boolean; readonly isUnusual: boolean } = { isThere: false, isUnusual: false };

  constructor(context: CalcomContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    this.#form = new FormController(context.pane, () => ({ account_name: '', api_key: '' }));
    context.pane.addController(this);
    context.pane.addSessionObserver(this);
  }

  /** Whether the user typed something that is not sent. */
  get isDirty(): boolean {
    return this.#form.isDirty || this.#key.isThere;
  }

  get #words(): DialogsWords {
    return this.#context.locale().sibling(dialogsEn);
  }

  /** `level` is that of the form's heading. */
  render(level: number) {
    const { t } = this.#words;
    const { isPending } = this.#action;
    const error = this.#error;
    return html`<section class="part">
      ${subheading(level, t('connectHeading'))}
      <form class="stack" novalidate autocomplete="off" @input=${this.#take} @submit=${this.#submit}>
        ${textField({
          name: 'account_name',
          optional: this.#context.shared().t('optional'),
          label: t('name'),
          value: this.#form.text('account_name'),
          help: t('nameHelp'),
          fieldError: this.#fieldErrorMessage('account_name'),
        })}
        ${keyField({
          name: 'api_key',
          label: t('key'),
          help: t('keyHelp'),
          below: html`<p class="help warn" role="status">${this.#key.isUnusual ? t('keyUnusual') : ''}</p>`,
          fieldError: this.#fieldErrorMessage('api_key'),
        })}
        ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
        <div class="row">
          <button class="primary" part="button button-primary" aria-disabled=${isPending}>${t('connect')}</button>
          <span class="help" role="status">${isPending ? t('connecting') : ''}</span>
        </div>
      </form>
    </section>`;
  }

  #fieldErrorMessage(field: string): string | undefined {
    const fieldError = this.#form.fieldError(field);
    const word = `invalid.${fieldError?.reason}`;
    return this.#words.has(word) ? this.#words.t(word) : this.#context.fieldErrorMessage(fieldError);
  }

  /** Why the last attempt failed, and what is true now. */
  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    const { isExplained, unplaced } = this.#form;
    if (wasCancelled) return this.#context.shared().t('notAllowed');
    if (!error || isExplained) return undefined;
    const words = this.#words;
    const own = `connect.${error.code}`;
    const reason = words.has(own) ? words.t(own) : this.#context.errorMessage(error);
    const isInDoubt = error.isAnswerLost && this.#context.isStale();
    return [reason, ...unplaced, words.t(isInDoubt ? 'perhapsConnected' : 'notConnected')].join(' ');
  }

  get #input(): HTMLInputElement | null {
    return this.#context.pane.renderRoot.querySelector<HTMLInputElement>('[name=api_key]');
  }

  readonly #take = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    if (name !== 'api_key') this.#form.take(event);
    else {
      const typed = value.trim();
      this.#key = { isThere: !!typed, isUnusual: !usualStart.startsWith(typed.slice(0, usualStart.length)) };
      this.#form.touch(event);
    }
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { pane } = this.#context;
    const session = this.#context.session();
    if (!session || this.#action.isPending) return;
    const name = this.#form.text('account_name').trim();
    const account = { api_key: this.#input?.value.trim() ?? '', account_name: name || undefined };
    const sent = this.#form.edits;
    this.#action.reset();
    const org_id = await session.organizationId();
    if (!this.#form.check(newCalcomAccount, { org_id, ...account })) return this.#context.focusFirstInvalid();
    this.#context.announce('');
    const detail = name ? { name } : {};
    const run = this.#action.run({ before: 'agni-before-connect-integration', detail }, () =>
      connectCalcom(session, account),
    );
    const isConnected = await run.finally(() => this.#forgetKey());
    const { state, error } = this.#action;
    if (isConnected && state.status === 'done') {
      const { id, name: known } = state.result;
      this.#form.accept(sent);
      this.#context.announce(known ? this.#words.t('connected', { name: known }) : this.#words.t('connectedUnnamed'));
      emit(pane, 'agni-integration-connected', known ? { id, name: known } : { id });
    }
    if (!error) return;
    if (error.isForbidden) this.#context.recheck();
    if (error.code === 'INVALID_REQUEST') this.#form.object(new Map([['api_key', { reason: 'refused' }]]));
    else this.#form.refuse(error);
    await this.#context.focusFirstInvalid();
  };

  readonly #forgetKey = (): void => {
    const input = this.#input;
    if (input) input.value = '';
    this.#key = { isThere: false, isUnusual: false };
    this.#context.pane.requestUpdate();
  };

  hostConnected(): void {
    window.addEventListener('pagehide', this.#forgetKey);
    document.addEventListener('freeze', this.#forgetKey);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#forgetKey);
    document.removeEventListener('freeze', this.#forgetKey);
  }

  onRemoved(): void {
    this.#forgetKey();
  }

  onSessionChange(): void {
    this.#forgetKey();
  }

  onSignedOut(): void {
    this.reset();
  }

  /** Discards what was typed. */
  reset(): void {
    this.#form.reset();
    this.#forgetKey();
  }
}

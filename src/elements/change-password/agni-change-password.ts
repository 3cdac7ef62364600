import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import { type Failure, failureMessage } from '../../context/approval.js';
import type { User } from '../../contract/me.js';
import { emit } from '../../events.js';
import type { ApiSession } from '../../resources/api-session.js';
import { base } from '../../theme/base.js';
import { checks } from '../../theme/checks.js';
import { controls } from '../../theme/controls.js';
import { facts } from '../../theme/facts.js';
import { forms } from '../../theme/forms.js';
import { frames } from '../../theme/frames.js';
import { onPageLeave } from '../../ui/listen.js';
import { notice } from '../../ui/notice.js';
import { typedInto, usernameField } from '../../ui/password-field.js';
import { AgniPane } from '../base/agni-pane.js';
import { focusFirstInvalid } from '../base/focus-first-invalid.js';
import { FormController } from '../base/form-controller.js';
import { refuseForm } from '../base/form-errors.js';
import { LazyPart } from '../base/lazy-part.js';
import type { PaneState } from '../base/pane.js';
import { PasswordChangeTarget } from '../base/password-change-target.js';
import { styles } from './agni-change-password.styles.js';
import { en } from './en.js';
import { PasswordFields } from './password-fields.js';

/** Keys of the labels that the hub's search finds, by field. */
const labels = { current_password: 'current', new_password: 'next' } as const;

/**
 * Changes the password of the signed-in user. Every pane links a user with a temporary password to this element.
 * Passwords exist only in their inputs, which are cleared on success and when the element leaves the page.
 * @element agni-change-password
 * @fires agni-before-change-password - about to change the password; cancelable
 * @fires agni-password-changed - the new password is in force
 */
export class AgniChangePassword extends AgniPane<typeof en> {
  static override styles = [base, controls, checks, facts, forms, frames, styles];

  protected readonly words = { prefix: 'changePassword', table: en, labels };

  readonly #form = new FormController(this, () => ({ current_password: '', new_password: '', confirmation: '' }));
  readonly #change = new ActionController<number | undefined>(this);
  readonly #fields = new PasswordFields(this, (name) => this.fieldErrorMessage(this.#form.fieldError(name)));
  /** The change that is under way; cleared when the user changes or signs out. */
  #run: object | undefined;
  #hasCheckFailed = false;
  /** The server said that this account has no password. */
  #hasNoPassword = false;
  readonly #passwordChange = new LazyPart(
    this,
    () => import('./password-change.lazy.js'),
    () => this.state === 'ready',
  );
  #hasTried = false;

  constructor() {
    super();
    const register = () =>
      this.readonly || !this.#isOffered ? undefined : this.hostContext?.registerPasswordChangeTarget;
    new PasswordChangeTarget(this, register, () => this.#focusCurrent());
    onPageLeave(this, () => this.#forget());
    const leave = () => {
      this.#run = undefined;
      this.reset();
    };
    this.addSessionObserver({ onSessionChange: leave, onSignedOut: leave, onRemoved: leave });
  }

  override get state(): PaneState {
    const whole = super.state;
    return whole === 'denied' && !this.loadError ? 'unavailable' : whole;
  }

  override get dirty(): boolean {
    // The current password does not count: a password manager may have filled it in.
    return ['new_password', 'confirmation'].some((name) => this.#valueOf(name) !== '');
  }

  protected override get denial(): string {
    return this.#isOffered ? '' : this.shared.t('error.UNAVAILABLE');
  }

  get #isOffered(): boolean {
    return !!this.session?.client.offers('changePassword');
  }

  protected override get needsNewPassword(): boolean {
    return false; // the user sets the new password in this pane
  }

  get #passwordForm(): HTMLFormElement | null {
    return this.renderRoot?.querySelector('form') ?? null;
  }

  #valueOf(name: string): string {
    return this.#passwordForm ? typedInto(this.#passwordForm, name) : '';
  }

  protected override renderContent() {
    const { t } = this.locale;
    if (this.readonly) return notice(this.shared.t('readonly'));
    const user = this.me.value as User;
    const { email, auth_provider, must_change_password: isTemporary } = user;
    const strength = this.#passwordChange.part?.strengthNote(this.#valueOf('new_password'), user, this.locale);
    if (this.#hasNoPassword || auth_provider === 'google') return notice(t('elsewhere'));
    const render = this.#fields.renderIn(this.locale);
    return html`
      ${isTemporary ? notice(t('temporary')) : nothing}
      ${this.#hasTried ? nothing : this.renderLazyFailure(this.#passwordChange)}
      <form class="card" novalidate @input=${this.#onInput} @submit=${this.#submit}>
        <div class="pair">
          ${usernameField(email)}
          ${render('current_password', t(labels.current_password), isTemporary ? t('temporaryHelp') : undefined)}
          ${render('new_password', t(labels.new_password), t('nextHelp'), strength)}
          ${render('confirmation', t('confirmation'))}
          <div class="check">
            <input id="revoke_other_sessions" name="revoke_other_sessions" type="checkbox" checked />
            <label for="revoke_other_sessions" part="label">${t('revokeOthers')}</label>
          </div>
        </div>
        <div class="foot">
          ${this.#error ? html`<p class="error" role="alert">${this.#error}</p>` : nothing}
          <button class="primary" part="button button-primary" aria-disabled=${!!this.#run}>${t('change')}</button>
          <span class="help" role="status">${this.#run ? t('changing') : ''}</span>
        </div>
      </form>
    `;
  }

  /** The error of the form as a whole, without errors at its fields, and whether the password was changed. */
  get #error(): string | undefined {
    const { t } = this.locale;
    if (this.#hasTried && this.#passwordChange.hasFailed) return `${this.shared.t('failed')} ${t('notChanged')}`;
    if (this.#hasCheckFailed) return t('notChecked');
    if (this.#form.isExplained) return undefined;
    return failureMessage(this.#change.failure, this.shared, (error) => {
      const reasons = [this.errorMessage(error), ...this.#form.unplaced];
      return this.#passwordChange.part?.errorMessage(error, reasons, this.locale);
    });
  }

  readonly #onInput = (event: Event): void => {
    this.#form.touch(event);
    this.announce('');
    if (this.#change.state.status !== 'pending') this.#change.reset();
    this.#hasCheckFailed = false;
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { session } = this;
    const form = event.currentTarget as HTMLFormElement;
    if (!session || this.#run) return;
    this.announce('');
    this.#fields.hide(); // a password manager looks for fields that hide what is typed
    const run = {};
    this.#run = run;
    this.requestUpdate();
    const hasEnded = () => run !== this.#run;
    await this.#send(session, form, hasEnded).finally(() => {
      if (!hasEnded()) this.#run = undefined;
      this.requestUpdate();
    });
  };

  async #send(session: ApiSession, form: HTMLFormElement, hasEnded: () => boolean): Promise<void> {
    const prepared = await this.#prepare(form);
    if (hasEnded()) return; // the user changed or signed out
    if (!prepared) return focusFirstInvalid(this);
    if (!this.#valueOf('new_password')) return; // cleared meanwhile
    const { module, body } = prepared;
    const { id } = this.me.value as User;
    await this.#change.run({ before: 'agni-before-change-password', detail: { id } }, async () => {
      const ended = await module.changePassword(session, body);
      return body.revoke_other_sessions ? ended : undefined;
    });
    if (hasEnded()) return;
    const { state, failure } = this.#change;
    if (state.status === 'done') {
      form.reset(); // password managers treat this as success
      this.announce(module.changedMessage(state.result, this.locale));
      emit(this, 'agni-password-changed', { id });
    }
    if (failure) await this.#showFailure(failure);
    await focusFirstInvalid(this);
  }

  /** The request body; `undefined` if the contract or the host refuses it. */
  async #prepare(form: HTMLFormElement) {
    const module = await this.#passwordChange.load();
    this.#hasTried = true;
    if (!module) return undefined;
    const body = module.bodyOf(form);
    if (!module.checkFields(this.#form, form, body)) return undefined;
    const message = await this.#hostMessage(body.new_password);
    if (message) this.#form.setErrors(new Map([['new_password', { reason: 'host', message }]]));
    return message ? undefined : { module, body };
  }

  async #hostMessage(password: string): Promise<string | null | undefined> {
    this.#hasCheckFailed = false;
    try {
      return await this.options?.checkPassword?.(password);
    } catch (error) {
      this.#hasCheckFailed = true;
      throw error; // an error of the host page, shown in its console
    }
  }

  /** Shows errors at their fields. A wrong current password is a field error, not a lost session. */
  async #showFailure(failure: Failure): Promise<void> {
    const { error } = this.#change;
    const fieldErrors = error && this.#passwordChange.part?.fieldErrorsOf(error, this.locale);
    if (fieldErrors) this.#form.setErrors(fieldErrors);
    else refuseForm(this.#form, failure);
    if (error?.code === 'CONFLICT') {
      await this.me.refetch();
      // If the account has a password, the conflict had another cause.
      this.#hasNoPassword = this.me.value?.auth_provider !== 'password';
      this.requestUpdate();
    }
  }

  #focusCurrent(): void {
    this.scrollIntoView({ block: 'nearest' });
    (this.renderRoot.querySelector<HTMLElement>('[name=current_password]') ?? this).focus();
  }

  #forget(): void {
    this.#fields.hide();
    this.#passwordForm?.reset();
    this.#form.reset();
  }

  override reset(): void {
    this.#forget();
    this.#hasNoPassword = false;
    this.#hasCheckFailed = false;
    this.#hasTried = false;
    this.#change.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-change-password': AgniChangePassword;
  }
}

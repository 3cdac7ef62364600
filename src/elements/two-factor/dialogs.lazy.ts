import { nothing, type ReactiveController } from 'lit';
import type { AgniError } from '../../client/error.js';
import { serverNow } from '../../client/server-clock.js';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { normalizeCode, secondFactorOf } from '../../contract/credentials.js';
import type { Schema } from '../../contract/endpoint.js';
import {
  recoveryCodeReplacement,
  twoFactorEnd,
  twoFactorSetup,
  twoFactorVerification,
} from '../../contract/two-factor-change.js';
import { type AgniAfterEvents, emit } from '../../events.js';
import type { ApiSession } from '../../resources/api-session.js';
import {
  disableTwoFactor,
  replaceRecoveryCodes,
  setUpTwoFactor,
  type TwoFactorSetup,
  verifyTwoFactor,
} from '../../resources/two-factor-mutations.js';
import { dialogs } from '../../theme/dialogs.js';
import { CountdownController } from '../../ui/countdown-controller.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { typedInto } from '../../ui/password-field.js';
import { minutesToWait } from '../base/attempts.js';
import { type FieldError, FormController } from '../base/form-controller.js';
import { styles } from './agni-two-factor.styles.js';
import { authenticatorStep } from './authenticator-step.js';
import { credentialsStep } from './credentials-step.js';
import { dialogsEn } from './dialogs.en.js';
import { RecoveryCodes } from './recovery-codes.js';
import type { DialogWords, TwoFactorContext } from './two-factor-context.js';

/** Looks of what is loaded with the dialogs. */
export const dialogStyles = [dialogs, styles];

/** What a dialog is about; also the key of its opener's words. */
export type Purpose = 'enable' | 'disable' | 'replaceCodes';

/**
 * Everything about the second factor that changes something: loaded on demand. Password and codes are in their fields
 * alone, setup key and recovery codes in an action's result; all go when the dialog does, when the pane or the person
 * leaves, and when the page is put away.
 */
export class TwoFactorDialogs implements ReactiveController, SessionObserver {
  readonly #context: TwoFactorContext;
  readonly #setup: ActionController<TwoFactorSetup>;
  readonly #codes: ActionController<readonly string[]>;
  readonly #ending: ActionController<void>;
  readonly #form: FormController;
  readonly #countdown: CountdownController;
  readonly #saving: RecoveryCodes;
  #words: { of: unknown; words: DialogWords } | undefined;
  #purpose: Purpose | undefined;
  #isShown = false;
  #typedFactor: 'Code' | 'RecoveryCode' = 'Code';
  /** What is said of the last attempt to copy the setup key, and why the set-up begins again. */
  #status = '';
  #hasRestarted = false;
  #step = '';

  constructor(context: TwoFactorContext) {
    const { pane } = context;
    this.#context = context;
    this.#setup = new ActionController(pane);
    this.#codes = new ActionController(pane);
    this.#ending = new ActionController(pane);
    this.#form = new FormController(pane, () => ({ password: '', code: '' }));
    this.#countdown = new CountdownController(pane);
    this.#saving = new RecoveryCodes(context, () => this.#currentWords, this.#finish);
    pane.addController(this);
    pane.addSessionObserver(this);
  }

  /** There are recovery codes on screen that nobody has saved yet. */
  get isDirty(): boolean {
    return this.#codes.state.status === 'done' && !this.#saving.isSaved;
  }

  get #currentWords(): DialogWords {
    const locale = this.#context.locale();
    if (this.#words?.of !== locale) this.#words = { of: locale, words: locale.sibling(dialogsEn) };
    return this.#words.words;
  }

  get #isPending(): boolean {
    return this.#setup.isPending || this.#codes.isPending || this.#ending.isPending;
  }

  open(purpose: Purpose): void {
    if (this.#isPending) return;
    this.#forget();
    this.#purpose = purpose;
    this.#context.pane.requestUpdate();
  }

  render() {
    const { state: codes } = this.#codes;
    const purpose = this.#purpose;
    if (codes.status === 'done') return this.#saving.render(codes.result, purpose === 'replaceCodes');
    if (!purpose) return nothing;
    const { state: setup } = this.#setup;
    return dialog({
      heading: this.#context.locale().t(purpose),
      isGuarded: this.#isPending,
      closed: this.#closed,
      content: setup.status === 'done' ? this.#renderAuthenticator(setup.result) : this.#renderCredentials(purpose),
    });
  }

  #renderCredentials(purpose: Purpose) {
    return credentialsStep(
      {
        purpose,
        email: this.#context.me()?.email ?? '',
        hasRestarted: this.#hasRestarted,
        isShown: this.#isShown,
        toggled: () => {
          this.#isShown = !this.#isShown;
          this.#context.pane.requestUpdate();
        },
        ...this.#formState,
        submit: this.#submitCredentials,
      },
      this.#currentWords,
    );
  }

  #renderAuthenticator(setup: TwoFactorSetup) {
    return authenticatorStep(
      {
        setup,
        secondsLeft: this.#countdown.seconds,
        status: this.#status,
        copied: (isCopied) => {
          this.#status = isCopied ? this.#currentWords.t('keyCopied') : this.#context.shared().t('notCopied');
          this.#context.pane.requestUpdate();
        },
        restart: () => this.#isPending || this.#setup.reset(),
        ...this.#formState,
        submit: this.#submitCode,
      },
      this.#currentWords,
    );
  }

  /** What all forms here have. */
  get #formState() {
    return {
      objectionTo: (field: string) => this.#sayObjection(this.#form.fieldError(field)),
      error: this.#error,
      isPending: this.#isPending,
      cancelText: this.#context.shared().t('cancel'),
      typed: this.#form.touch,
      cancel: (event: Event) => {
        if (this.#isPending) return;
        closeDialog(event);
        this.#closed(); // what was typed goes at once, not with an event that comes later
      },
    };
  }

  #sayObjection(fieldError: FieldError | undefined): string | undefined {
    const words = this.#currentWords;
    const key = `invalid.${fieldError?.reason}`;
    return words.has(key) ? words.t(key) : this.#context.fieldErrorMessage(fieldError);
  }

  /** What went wrong beside what stands at the fields, and what is true now. */
  get #error(): string {
    if (this.#form.isExplained) return '';
    const actions = [this.#setup, this.#codes, this.#ending];
    if (actions.some(({ wasCancelled }) => wasCancelled)) return this.#context.shared().t('notAllowed');
    const error = actions.find((action) => action.error)?.error;
    if (!error) return '';
    const { t } = this.#currentWords;
    const count = minutesToWait(error);
    if (count) return t('tooMany', { count });
    const outcomes = {
      enable: ['notEnabled', 'notEnabled'],
      disable: ['notDisabled', this.#context.current()?.enabled ? 'notDisabled' : 'perhapsDisabled'],
      replaceCodes: ['notReplaced', 'perhapsReplaced'],
    } as const;
    const outcome = outcomes[this.#purpose ?? 'enable'][error.isAnswerLost ? 1 : 0];
    return [this.#context.errorMessage(error), ...this.#form.unplaced, t(outcome)].join(' ');
  }

  readonly #submitCredentials = async (event: Event): Promise<void> => {
    event.preventDefault();
    const session = this.#context.session();
    if (!session || !this.#purpose || this.#isPending) return;
    this.#isShown = false; // a password manager looks for fields that hide what is typed
    const form = event.currentTarget as HTMLFormElement;
    const password = typedInto(form, 'password');
    const typed = typedInto(form, 'code');
    const submit = { enable: this.#begin, disable: this.#end, replaceCodes: this.#replace }[this.#purpose];
    await submit(session, password, typed);
  };

  readonly #begin = async (session: ApiSession, password: string): Promise<void> => {
    const body = { password };
    if (!(await this.#check(twoFactorSetup, body))) return;
    const announcement = { before: 'agni-before-enable-two-factor', detail: this.#subject } as const;
    const hasBegun = await this.#setup.run(announcement, () => setUpTwoFactor(session, body));
    const { state, error } = this.#setup;
    if (hasBegun && state.status === 'done') {
      this.#status = '';
      this.#hasRestarted = false;
      this.#countdown.start(state.result.expires_at, serverNow());
    }
    if (error?.status === 409 && this.#context.current()?.enabled) this.#leave(this.#currentWords.t('alreadyOn'));
    else if (error) await this.#refuse(error);
  };

  readonly #submitCode = async (event: Event): Promise<void> => {
    event.preventDefault();
    const session = this.#context.session();
    if (!session || this.#isPending) return;
    const body = { code: normalizeCode(typedInto(event.currentTarget as HTMLFormElement, 'code')) };
    if (!(await this.#check(twoFactorVerification, body))) return;
    this.#typedFactor = 'Code';
    // The host was asked when the set-up began.
    const isOn = await this.#codes.run(undefined, () => verifyTwoFactor(session, body));
    if (isOn) return this.#showCodes('agni-two-factor-enabled');
    const { error } = this.#codes;
    if (!error) return;
    const isOnAnyway = !!this.#context.current()?.enabled;
    if (isOnAnyway && error.isAnswerLost) {
      emit(this.#context.pane, 'agni-two-factor-enabled', this.#subject);
      this.#leave(this.#currentWords.t('codesLost'));
    } else if (isOnAnyway && error.status === 409) this.#leave(this.#currentWords.t('alreadyOn'));
    else if (error.code === 'SETUP_EXPIRED' || error.status === 410 || error.status === 409) this.#restart();
    else await this.#refuse(error);
  };

  readonly #replace = async (session: ApiSession, password: string, typed: string): Promise<void> => {
    const body = { password, code: normalizeCode(typed) };
    if (!(await this.#check(recoveryCodeReplacement, body))) return;
    this.#typedFactor = 'Code';
    const announcement = { before: 'agni-before-replace-recovery-codes', detail: this.#subject } as const;
    const isDone = await this.#codes.run(announcement, () => replaceRecoveryCodes(session, body));
    if (isDone) return this.#showCodes('agni-recovery-codes-replaced');
    const { error } = this.#codes;
    if (error?.status === 409 && this.#context.current()?.enabled === false)
      this.#leave(this.#currentWords.t('alreadyOff'));
    else if (error) await this.#refuse(error);
  };

  readonly #end = async (session: ApiSession, password: string, typed: string): Promise<void> => {
    const factor = secondFactorOf(typed);
    const body = { password, ...factor };
    const isEmpty = 'recovery_code' in factor && !factor.recovery_code;
    if (!(await this.#check(twoFactorEnd, body, isEmpty ? 'factor' : undefined))) return;
    this.#typedFactor = 'code' in factor ? 'Code' : 'RecoveryCode';
    const announcement = { before: 'agni-before-disable-two-factor', detail: this.#subject } as const;
    const isOff = await this.#ending.run(announcement, () => disableTwoFactor(session, body));
    if (this.#ending.error) await this.#refuse(this.#ending.error);
    if (!isOff) return;
    emit(this.#context.pane, 'agni-two-factor-disabled', this.#subject);
    this.#context.announce(this.#currentWords.t('disabled'));
    this.#leave('');
  };

  /** Whether a body may be sent; `code` says what is wrong with that field besides. */
  async #check(schema: Schema, body: { password?: string; code?: string }, code?: string): Promise<boolean> {
    const isValid = this.#form.check(schema, body) && !code;
    if (isValid) return true;
    if (code) {
      const password: [string, FieldError][] = body.password ? [] : [['password', { reason: 'required' }]];
      this.#form.object(new Map([...password, ['code', { reason: code }]]));
    }
    await this.#context.focusFirstInvalid();
    return false;
  }

  /** Puts what the server objects to where it belongs. */
  async #refuse(error: AgniError): Promise<void> {
    if (error.code === 'INVALID_CREDENTIALS') this.#form.object(new Map([['password', { reason: 'wrongPassword' }]]));
    else if (error.code === 'INVALID_CODE') {
      this.#form.object(new Map([['code', { reason: `wrong${this.#typedFactor}` }]]));
    } else this.#form.refuse(error);
    await this.#context.focusFirstInvalid();
  }

  get #subject(): { id?: string } {
    const id = this.#context.me()?.id;
    return id === undefined ? {} : { id };
  }

  #showCodes(event: 'agni-two-factor-enabled' | 'agni-recovery-codes-replaced'): void {
    this.#setup.reset(); // the app has the key by now
    this.#countdown.stop();
    this.#saving.begin();
    emit(this.#context.pane, event satisfies keyof AgniAfterEvents, this.#subject);
  }

  /** The server has forgotten the set-up: back to its first step. */
  #restart(): void {
    this.#setup.reset();
    this.#codes.reset();
    this.#countdown.stop();
    this.#hasRestarted = true;
  }

  /** The recovery codes are saved; they go at once. */
  readonly #finish = (): void => {
    this.#context.announce(this.#currentWords.t('codesDone'));
    this.#leave('');
  };

  /** Ends the dialog by itself, and leads on: what opened it may be gone. */
  #leave(words: string): void {
    this.#context.pane.renderRoot.querySelector('dialog')?.close();
    this.#forget();
    if (words) this.#context.note(words);
    void this.#context.focusAction();
  }

  readonly #closed = (): void => {
    if (this.#codes.state.status !== 'done') this.#forget();
  };

  readonly #forget = (): void => {
    this.#purpose = undefined;
    this.#isShown = false;
    this.#hasRestarted = false;
    this.#setup.reset();
    this.#codes.reset();
    this.#ending.reset();
    this.#form.reset();
    this.#countdown.stop();
    this.#saving.onSignedOut();
    this.#context.pane.requestUpdate();
  };

  /** Leads the focus on when the dialog has changed what it shows. */
  hostUpdated(): void {
    const step = [this.#purpose, this.#setup.state.status === 'done', this.#codes.state.status === 'done'].join();
    const hasChanged = step !== this.#step && this.#step.split(',')[0] === this.#purpose;
    this.#step = step;
    if (hasChanged && this.#purpose) {
      this.#context.pane.renderRoot.querySelector<HTMLElement>('dialog [autofocus]')?.focus();
    }
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#forget);
    document.addEventListener('freeze', this.#forget);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#forget);
    document.removeEventListener('freeze', this.#forget);
    this.#forget();
  }

  onSessionChange(): void {
    this.#forget();
  }

  onSignedOut(): void {
    this.#forget();
  }

  /** Discards what was typed; recovery codes stay until they are saved. */
  reset(): void {
    if (this.#codes.state.status !== 'done') this.#forget();
  }
}

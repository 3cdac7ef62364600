import type { Ref } from 'lit/directives/ref.js';
import { AgniError } from '../../client/error.js';
import { serverNow } from '../../client/server-clock.js';
import { ActionController, type Announcement } from '../../context/action-controller.js';
import type { Failure } from '../../context/approval.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { normalizeCode, secondFactorOf } from '../../contract/credentials.js';
import type { Schema } from '../../contract/endpoint.js';
import * as bodies from '../../contract/two-factor-change.js';
import { emit } from '../../events.js';
import type { ApiSession } from '../../resources/api-session.js';
import * as mutations from '../../resources/two-factor-mutations.js';
import { CountdownController } from '../../ui/countdown-controller.js';
import { onPageLeave } from '../../ui/listen.js';
import { typedInto } from '../../ui/password-field.js';
import { focusFirstInvalid } from '../base/focus-first-invalid.js';
import { FormController } from '../base/form-controller.js';
import { fieldErrorsIn, refuseForm } from '../base/form-errors.js';
import { dialogsEn } from './dialogs.en.js';
import type { DialogWords, TwoFactorContext } from './two-factor-context.js';
import { closed, reduce, type TwoFactorEvent, type TwoFactorState } from './two-factor-machine.js';

/** A write, with its action, its before-event and the words for a wrong code. */
interface Write<Result> {
  readonly action: ActionController<Result>;
  readonly announcement?: Announcement;
  /** Key of the words for a code that the server refuses. */
  readonly wrongCode?: 'wrongCode' | 'wrongRecoveryCode';
  send(): Promise<Result>;
}

/**
 * Runs the effects of the dialogs, whose steps two-factor-machine.ts decides. Password and codes stay in their fields,
 * setup key and recovery codes in an action's result. All of them are deleted when the dialog closes, when the element
 * leaves the page, when the user signs out, and when the page is frozen or left.
 */
export class TwoFactorFlow implements SessionObserver {
  readonly form: FormController;
  readonly #context: TwoFactorContext;
  readonly #dialog: Ref<HTMLDialogElement>;
  readonly #cleared: () => void;
  readonly #setup: ActionController<mutations.TwoFactorSetup>;
  readonly #codes: ActionController<readonly string[]>;
  readonly #disabling: ActionController<void>;
  readonly #countdown: CountdownController;
  #state: TwoFactorState = closed;

  /** `dialog` is the open dialog; `cleared` is called when the secrets have to be deleted. */
  constructor(context: TwoFactorContext, dialog: Ref<HTMLDialogElement>, cleared: () => void) {
    const { pane } = context;
    this.#context = context;
    this.#dialog = dialog;
    this.#cleared = cleared;
    this.#setup = new ActionController(pane);
    this.#codes = new ActionController(pane);
    this.#disabling = new ActionController(pane);
    this.form = new FormController(pane, () => ({ password: '', code: '' }));
    this.#countdown = new CountdownController(pane);
    onPageLeave(pane, this.#forget);
    pane.addSessionObserver(this);
  }

  get state(): TwoFactorState {
    return this.#state;
  }

  /** The setup key; only while its step is shown. */
  get setup(): mutations.TwoFactorSetup | undefined {
    return this.#setup.state.status === 'done' ? this.#setup.state.result : undefined;
  }

  /** The recovery codes; only while they are shown. */
  get codes(): readonly string[] | undefined {
    return this.#codes.state.status === 'done' ? this.#codes.state.result : undefined;
  }

  /** Seconds until the server forgets the setup; `undefined` if unknown. */
  get secondsLeft(): number | undefined {
    return this.#countdown.seconds;
  }

  /** The write of the current step. */
  get action(): ActionController<unknown> {
    const state = this.#state;
    const isEnabling = 'purpose' in state && state.purpose === 'enable' && state.status === 'credentials';
    if (isEnabling) return this.#setup;
    return 'purpose' in state && state.purpose === 'disable' ? this.#disabling : this.#codes;
  }

  /** Whether two-factor authentication is on, by the last answer; `undefined` if unknown. */
  get isEnabled(): boolean | undefined {
    return this.#context.current()?.enabled;
  }

  get #subject(): { id?: string } {
    const id = this.#context.me()?.id;
    return id === undefined ? {} : { id };
  }

  get #words(): DialogWords {
    return this.#context.locale().sibling(dialogsEn);
  }

  /** Sends the form of the current step. */
  readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const session = this.#context.session();
    const state = this.#state;
    if (!session || !('isPending' in state) || state.isPending) return;
    const form = event.currentTarget as HTMLFormElement;
    const password = typedInto(form, 'password');
    const typed = typedInto(form, 'code');
    if (state.status === 'authenticator') return this.#verify(session, typed);
    const writes = { enable: this.#setUp, disable: this.#disable, replaceCodes: this.#replace };
    await writes[state.purpose](session, password, typed);
  };

  readonly #setUp = async (session: ApiSession, password: string): Promise<void> => {
    const body = { password };
    if (!(await this.#check(bodies.twoFactorSetup, body))) return;
    const setup = await this.#run({
      action: this.#setup,
      announcement: { before: 'agni-before-enable-two-factor', detail: this.#subject },
      send: () => mutations.setUpTwoFactor(session, body),
    });
    if (!setup) return;
    this.#countdown.start(Date.parse(setup.expires_at ?? '') - serverNow());
    this.send({ type: 'setUp' });
  };

  async #verify(session: ApiSession, typed: string): Promise<void> {
    const body = { code: normalizeCode(typed) };
    if (!(await this.#check(bodies.twoFactorVerification, body))) return;
    // The host was asked when the setup began.
    const codes = await this.#run({ action: this.#codes, send: () => mutations.verifyTwoFactor(session, body) });
    if (!codes) return;
    this.#setup.reset(); // the app has the key by now
    this.#countdown.stop();
    this.send({ type: 'codesIssued' });
    emit(this.#context.pane, 'agni-two-factor-enabled', this.#subject);
  }

  readonly #replace = async (session: ApiSession, password: string, typed: string): Promise<void> => {
    const body = { password, code: normalizeCode(typed) };
    if (!(await this.#check(bodies.recoveryCodeReplacement, body))) return;
    const codes = await this.#run({
      action: this.#codes,
      announcement: { before: 'agni-before-replace-recovery-codes', detail: this.#subject },
      send: () => mutations.replaceRecoveryCodes(session, body),
    });
    if (!codes) return;
    this.send({ type: 'codesIssued' });
    emit(this.#context.pane, 'agni-recovery-codes-replaced', this.#subject);
  };

  readonly #disable = async (session: ApiSession, password: string, typed: string): Promise<void> => {
    const factor = secondFactorOf(typed);
    const body = { password, ...factor };
    const isEmpty = 'recovery_code' in factor && !factor.recovery_code;
    if (!(await this.#check(bodies.twoFactorEnd, body, isEmpty))) return;
    await this.#run({
      action: this.#disabling,
      announcement: { before: 'agni-before-disable-two-factor', detail: this.#subject },
      wrongCode: 'code' in factor ? 'wrongCode' : 'wrongRecoveryCode',
      send: () => mutations.disableTwoFactor(session, body),
    });
    if (this.#disabling.state.status !== 'done') return;
    emit(this.#context.pane, 'agni-two-factor-disabled', this.#subject);
    this.#context.announce(this.#words.t('disabled'));
    this.leave({ type: 'disabled' });
  };

  /** Whether a body is valid; shows its errors if not. `isCodeMissing`: an error for which the schema has no path. */
  async #check(schema: Schema, body: object, isCodeMissing = false): Promise<boolean> {
    const fieldErrors = fieldErrorsIn(schema.safeParse(body));
    if (isCodeMissing) fieldErrors.set('code', { reason: 'factor' });
    this.form.setErrors(fieldErrors);
    if (fieldErrors.size) await focusFirstInvalid(this.#context.pane);
    return !fieldErrors.size;
  }

  /** Sends a write. Resolves with its result, `undefined` if it was not carried out. */
  async #run<Result>(write: Write<Result>): Promise<Result | undefined> {
    const { action, announcement, send, wrongCode = 'wrongCode' } = write;
    this.send({ type: 'submitted' });
    await action.run(announcement, send).finally(() => this.send({ type: 'settled' }));
    if (action.failure) await this.#fail(action.failure, wrongCode);
    return action.state.status === 'done' ? action.state.result : undefined;
  }

  async #fail(failure: Failure, wrongCode: string): Promise<void> {
    const error = failure instanceof AgniError ? failure : undefined;
    if (error && this.#moveOn(error)) return;
    if (error?.code === 'INVALID_CREDENTIALS')
      this.form.setErrors(new Map([['password', { reason: 'wrongPassword' }]]));
    else if (error?.code === 'INVALID_CODE') this.form.setErrors(new Map([['code', { reason: wrongCode }]]));
    else refuseForm(this.form, failure);
    await focusFirstInvalid(this.#context.pane);
  }

  /** Moves to the step that follows from an error; returns whether it is another step. */
  #moveOn(error: AgniError): boolean {
    const { status } = this.#state;
    const failed = { type: 'failed', error, isEnabled: this.isEnabled } as const;
    const next = reduce(this.#state, failed);
    if (next.status === 'closed') {
      if (next.note === 'codesLost') emit(this.#context.pane, 'agni-two-factor-enabled', this.#subject);
      this.leave(failed);
    } else this.send(failed);
    const isOther = next.status !== status;
    if (isOther) this.#setup.reset(); // the server has forgotten this key
    return isOther;
  }

  /** Moves to the next state. Secrets are deleted when a dialog opens or closes. */
  send(event: TwoFactorEvent): void {
    const { status } = this.#state;
    this.#state = reduce(this.#state, event);
    if (this.#state.status === 'closed' || status === 'closed') this.#clear();
    this.#context.pane.requestUpdate();
  }

  /** Closes the dialog with an event, and moves focus, because the button that opened the dialog may be gone. */
  leave(event: TwoFactorEvent): void {
    this.close(event);
    if (this.#state.status === 'closed' && this.#state.note) this.#context.note(this.#words.t(this.#state.note));
    void this.#context.focusAction();
  }

  /** Closes the dialog with an event, unless the state forbids it. */
  close(event: TwoFactorEvent): void {
    if (reduce(this.#state, event).status === 'closed') this.#dialog.value?.close();
    this.send(event);
  }

  #clear(): void {
    for (const { reset } of [this.#setup, this.#codes, this.#disabling]) reset();
    this.form.reset();
    this.#countdown.stop();
    this.#cleared();
  }

  readonly #forget = (): void => this.send({ type: 'forgotten' });

  readonly onSessionChange = this.#forget;
  readonly onSignedOut = this.#forget;
  readonly onRemoved = this.#forget;
}

import { nothing, type ReactiveController } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import { failureMessage } from '../../context/approval.js';
import { dialogs } from '../../theme/dialogs.js';
import { sayAgain } from '../../ui/say-again.js';
import { minutesToWait } from '../base/attempts.js';
import { stepDialog } from './dialog-steps.js';
import { dialogsEn } from './dialogs.en.js';
import { styles } from './dialogs.styles.js';
import { RecoveryCodes } from './recovery-codes.js';
import type { DialogWords, TwoFactorContext } from './two-factor-context.js';
import { TwoFactorFlow } from './two-factor-flow.js';
import { isUnsaved, outcomeOf, type Purpose, type StepState } from './two-factor-machine.js';

/** Styles that are loaded with the dialogs. */
export const dialogsStyles = [dialogs, styles];

/** The dialogs that turn two-factor authentication on and off, and replace its recovery codes. */
export class TwoFactorDialogs implements ReactiveController {
  readonly #context: TwoFactorContext;
  readonly #dialog = createRef<HTMLDialogElement>();
  readonly #flow: TwoFactorFlow;
  readonly #recoveryCodes: RecoveryCodes;
  /** The status that the last render showed. */
  #shown = 'closed';
  #isPasswordShown = false;
  /** The result of the last attempt to copy the setup key. */
  #copyStatus = '';

  constructor(context: TwoFactorContext) {
    this.#context = context;
    this.#recoveryCodes = new RecoveryCodes(context, () => this.#words);
    this.#flow = new TwoFactorFlow(context, this.#dialog, () => {
      this.#isPasswordShown = false;
      this.#copyStatus = '';
      this.#recoveryCodes.release();
    });
    context.pane.addController(this);
  }

  /** Whether recovery codes are shown that the user has not saved yet. */
  get isDirty(): boolean {
    return isUnsaved(this.#flow.state);
  }

  get #words(): DialogWords {
    return this.#context.locale().sibling(dialogsEn);
  }

  open(purpose: Purpose): void {
    this.#flow.send({ type: 'opened', purpose });
  }

  render() {
    const flow = this.#flow;
    const { state, codes } = flow;
    if (state.status === 'closed') return nothing;
    if (state.status !== 'codes') return this.#renderStep(state);
    return this.#recoveryCodes.render(codes ?? [], {
      areReplaced: state.purpose === 'replaceCodes',
      isSaved: state.isSaved,
      element: this.#dialog,
      save: (isSaved) => flow.send({ type: 'saved', isSaved }),
      done: this.#finish,
    });
  }

  #renderStep(state: StepState) {
    const flow = this.#flow;
    return stepDialog(
      {
        state,
        setup: flow.setup,
        secondsLeft: flow.secondsLeft,
        heading: this.#context.locale().t(state.purpose),
        email: this.#context.me()?.email ?? '',
        element: this.#dialog,
        error: this.#errorMessage(state),
        fieldError: (field) => this.#fieldErrorMessage(field),
        isPasswordShown: this.#isPasswordShown,
        copyStatus: this.#copyStatus,
        cancelText: this.#context.shared().t('cancel'),
        togglePassword: () => {
          this.#isPasswordShown = !this.#isPasswordShown;
          this.#context.pane.requestUpdate();
        },
        copied: (isCopied) => {
          const text = isCopied ? this.#words.t('keyCopied') : this.#context.shared().t('notCopied');
          this.#copyStatus = sayAgain(text, this.#copyStatus);
          this.#context.pane.requestUpdate();
        },
        restart: () => flow.send({ type: 'restarted' }),
        typed: flow.form.touch,
        close: () => flow.close({ type: 'closed' }),
        submit: (event) => {
          this.#isPasswordShown = false; // a password manager looks for fields that hide what is typed
          void flow.submit(event);
        },
      },
      this.#words,
    );
  }

  #fieldErrorMessage(field: string): string | undefined {
    const fieldError = this.#flow.form.fieldError(field);
    return this.#words.find(`invalid.${fieldError?.reason}`) ?? this.#context.fieldErrorMessage(fieldError);
  }

  /** The error message and the resulting state; `undefined` if the fields show their errors. */
  #errorMessage({ purpose }: StepState): string | undefined {
    const { form, action, isEnabled } = this.#flow;
    if (form.isExplained) return undefined;
    return failureMessage(action.failure, this.#context.shared(), (error) => {
      const { t } = this.#words;
      const count = minutesToWait(error);
      if (count) return t('tooMany', { count });
      const outcome = t(outcomeOf(purpose, error, isEnabled));
      return [this.#context.errorMessage(error), ...form.unplaced, outcome].join(' ');
    });
  }

  readonly #finish = (): void => {
    if (this.isDirty) return;
    this.#context.announce(this.#words.t('codesDone'));
    this.#flow.leave({ type: 'closed' });
  };

  /** Moves focus to the first control of the next step. */
  hostUpdated(): void {
    const shown = this.#shown;
    this.#shown = this.#flow.state.status;
    const isNextStep = shown !== 'closed' && shown !== this.#shown;
    if (isNextStep) this.#dialog.value?.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  /** Closes the dialog and discards its input. Recovery codes stay until they are saved. */
  reset(): void {
    this.#flow.close({ type: 'closed' });
  }
}

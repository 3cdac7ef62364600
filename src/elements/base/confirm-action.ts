import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { createRef } from 'lit/directives/ref.js';
import { ActionController, type Announcement } from '../../context/action-controller.js';
import { failureMessage } from '../../context/approval.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { type AgniAfterEvents, emit } from '../../events.js';
import { type Confirmation as Buttons, confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { textField } from '../../ui/field.js';
import { type Confirmation, type ConfirmView, isConfirmed } from './confirm-view.js';
import { focusFirstInvalid } from './focus-first-invalid.js';
import { type FieldError, FormController } from './form-controller.js';
import type { ElementContext } from './pane-context.js';

/**
 * The flow of every action that needs a confirmation: a dialog with the consequence, an optional typed confirmation,
 * the before-event, the write, a recheck after 403, then message, after-event and focus.
 */
export class ConfirmAction<Subject, After extends keyof AgniAfterEvents = never, Result = void>
  implements SessionObserver
{
  readonly #context: ElementContext;
  readonly #confirmation: Confirmation<Subject, Result, After>;
  readonly #action: ActionController<Result>;
  readonly #form: FormController;
  readonly #dialog = createRef<HTMLDialogElement>();
  #open: { readonly subject: Subject; readonly row: number } | undefined;

  constructor(context: ElementContext, confirmation: Confirmation<Subject, Result, After>) {
    this.#context = context;
    this.#confirmation = confirmation;
    this.#action = new ActionController(context.pane);
    this.#form = new FormController(context.pane, () => {
      return (this.#open && confirmation.fields?.(this.#open.subject)) ?? { confirmation: '' };
    });
    context.pane.addSessionObserver(this);
    context.pane.addController({ hostUpdate: () => this.#closeIfRefused() });
  }

  /** Opens the dialog in its initial state. `texts` are put into its fields, as if the user had typed them. */
  open(subject: Subject, texts: Readonly<Record<string, string>> = {}): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#form.reset();
    this.#context.announce('');
    this.#confirmation.opened?.(subject);
    this.#open = { subject, row: this.#confirmation.rowOf?.(subject) ?? -1 };
    for (const [name, text] of Object.entries(texts)) this.#form.put(name, text);
    this.#context.pane.requestUpdate();
  }

  get isOpen(): boolean {
    return !!this.#open;
  }

  get #subject(): Subject | undefined {
    const { latest } = this.#confirmation;
    return this.#open && (latest ? latest(this.#open.subject, this.#form) : this.#open.subject);
  }

  render() {
    const subject = this.#subject;
    if (subject === undefined || this.#confirmation.isAllowed?.() === false) return nothing;
    const view = this.#confirmation.render(subject, this.#form);
    const { isPending } = this.#action;
    const { errorCount: count } = this.#form;
    const shared = {
      error: this.#errorMessage(view),
      status: isPending ? (view.pending ?? '') : count ? this.#context.shared().t('attention', { count }) : '',
      isPending,
      cancel: this.#context.shared().t('cancel'),
      confirm: view.confirm,
    };
    const shown = dialog({
      heading: view.heading,
      description: view.consequence,
      isGuarded: isPending,
      closed: this.#closed,
      element: this.#dialog,
      content: [view.facts ?? nothing, this.#renderEnd(view, shared)],
    });
    // A new element each time: a pending `close` event of the previous dialog must not close this one.
    return keyed(this.#open, shown);
  }

  /** The buttons, after the dialog's fields if it has any. */
  #renderEnd({ typed, form, isDangerous = true }: ConfirmView, shared: Omit<Buttons, 'isDangerous' | 'act'>) {
    const fields = form ?? (typed && this.#renderTyped(typed));
    if (!fields) return confirmation({ ...shared, isDangerous, act: this.#submit });
    return html`<form class="stack" novalidate @input=${this.#form.take} @submit=${this.#submit}>
      ${fields} ${confirmation({ ...shared, isDangerous })}
    </form>`;
  }

  #renderTyped({ label, help, mismatch }: NonNullable<ConfirmView['typed']>) {
    const name = 'confirmation';
    const fieldError = this.#form.fieldError(name) && mismatch;
    return textField({ name, label, value: this.#form.text(name), help, fieldError, isFirst: true, isRequired: true });
  }

  #errorMessage(view: ConfirmView): string | undefined {
    const { failure, isPending } = this.#action;
    if (this.#form.errorCount) return undefined;
    const words = failureMessage(failure, this.#context.shared(), (error) => {
      const reason = view.words?.find(`error.${error.code}`) ?? this.#context.errorMessage(error);
      return `${reason} ${error.isAnswerLost && this.#confirmation.isStale() ? view.perhapsDone : view.notDone}`;
    });
    return words ?? (isPending ? undefined : view.incomplete);
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const session = this.#context.session();
    const subject = this.#subject;
    const row = this.#open?.row ?? -1;
    if (!session || subject === undefined || this.#action.isPending) return;
    const { events, run, message, recheck, closed, isComplete } = this.#confirmation;
    const view = this.#confirmation.render(subject, this.#form);
    const fieldErrors = this.#validate(view);
    if (fieldErrors.size) {
      this.#form.setErrors(fieldErrors);
      return focusFirstInvalid(this.#context.pane);
    }
    const detail = events?.detail(subject);
    const announcement = events && ({ before: events.before, detail } as Announcement);
    const isDone = await this.#action.run(announcement, () => run(session, subject));
    const { error } = this.#action;
    // After a refusal the fields show the server's values again.
    if (view.form && error && !error.isAnswerLost) this.#form.reset();
    if (error?.isForbidden) {
      await recheck?.();
      if (this.#confirmation.isAllowed?.() === false) this.#close();
    }
    const { state } = this.#action;
    if (!isDone || state.status !== 'done' || !this.#open) return;
    if (isComplete?.(state.result) === false) return;
    this.#close();
    this.#context.announce(message(subject, state.result));
    if (events) {
      (emit as (target: EventTarget, name: After, detail: unknown) => void)(this.#context.pane, events.after, detail);
    }
    await closed(row, subject);
  };

  #validate({ typed, validate }: ConfirmView): ReadonlyMap<string, FieldError> {
    const isMismatch = typed && !isConfirmed(typed, this.#form.text('confirmation'));
    return isMismatch ? new Map([['confirmation', { reason: 'mismatch' }]]) : (validate?.() ?? new Map());
  }

  /** Closes the dialog, so that the browser gives the focus back before {@link Confirmation.closed} moves it. */
  #close(): void {
    this.#dialog.value?.close();
    this.#closed();
  }

  readonly #closed = (): void => {
    this.#open = undefined;
    this.#context.pane.requestUpdate();
  };

  /** A dialog whose permission was withdrawn does not come back with the permission. */
  #closeIfRefused(): void {
    if (this.#confirmation.isAllowed?.() === false && !this.#action.isPending) this.#open = undefined;
  }

  /** Closes the dialog, unless the action is under way. */
  reset(): void {
    if (!this.#action.isPending) this.#close();
  }

  onSessionChange(): void {
    this.#closed();
  }

  onSignedOut(): void {
    this.#closed();
  }
}

import { html, nothing } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import type { AgniError } from '../../client/error.js';
import { ActionController, type Announcement } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { looksTheSame } from '../../contract/visible-text.js';
import { type AgniAfterEvents, emit } from '../../events.js';
import type { Words } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { typedConfirmation } from '../../ui/typed-confirmation.js';
import { FormController } from './form-controller.js';
import type { PaneContext } from './pane-context.js';

/** What of the pane a confirmation works with. */
type ConfirmContext = Omit<PaneContext<Words>, 'locale'>;

/** What a confirmation shows about its subject. Texts are in the reader's language. */
export interface ConfirmView {
  readonly heading: unknown;
  /** The consequence, in a sentence; also the dialog's accessible description. */
  readonly consequence: unknown;
  /** Facts that help to decide. */
  readonly facts?: unknown;
  /** Text of the confirming button. */
  readonly confirm: string;
  readonly isDangerous?: boolean;
  /** Text that has to be typed before the action runs. */
  readonly typed?: {
    readonly text: string;
    readonly label: string;
    readonly help: unknown;
    readonly mismatch: string;
    /** Whether upper and lower case count as the same. */
    readonly isCaseless?: boolean;
  };
  /** Said while the action runs. */
  readonly pending?: string;
  /** Why the action failed: the element's own words for an error, if it has any. */
  readonly reason?: (error: AgniError) => string | undefined;
  /** Said after the reason: nothing was done, or it can't be known. */
  readonly notDone: string;
  /** Said if the action ended without being complete. */
  readonly incomplete?: string | undefined;
  readonly perhapsDone: string;
}

/** What a confirmation does. */
export interface Confirmation<Subject, Result, After extends keyof AgniAfterEvents> {
  /** The two events; left out if `run` asks and tells the host itself, once for each of several subjects. */
  readonly events?: {
    readonly before: Announcement['before'];
    readonly after: After;
    /** Detail of both. */
    detail(subject: Subject): AgniAfterEvents[After] & Announcement['detail'];
  };
  run(session: ApiSession, subject: Subject): Promise<Result>;
  render(subject: Subject): ConfirmView;
  /** Called when the dialog opens. */
  opened?(): void;
  /** The subject as it is known now; it may have changed since the dialog opened. */
  latest?(subject: Subject): Subject;
  /** Whether the user still may. The dialog goes with the permission. */
  isAllowed?(): boolean;
  /** Whether the data behind the dialog could not be refetched, so that a lost answer stays in doubt. */
  isStale(): boolean;
  /** Refetches what the user may do, after the server answered 403. */
  recheck?(): Promise<void> | void;
  /** Whether a result ends the action. The dialog stays open if not; `render` shows what is left to do. */
  isComplete?(result: Result): boolean;
  /** What is said once the action is done. */
  message(subject: Subject, result: Result): string;
  /** Position of the subject's row, for `focus`. */
  rowOf?(subject: Subject): number;
  /** Moves focus on, once the dialog is closed; `row` is where the subject was when the dialog opened. */
  focus(row: number, subject: Subject): Promise<void> | void;
}

/**
 * The one flow of every action that asks first: a dialog with the consequence, an optional typed confirmation, the
 * before-event, the write, a recheck after 403, then message, after-event and focus.
 */
export class ConfirmAction<Subject, After extends keyof AgniAfterEvents = never, Result = void>
  implements SessionObserver
{
  readonly #context: ConfirmContext;
  readonly #confirmation: Confirmation<Subject, Result, After>;
  readonly #action: ActionController<Result>;
  readonly #form: FormController;
  readonly #dialog = createRef<HTMLDialogElement>();
  #open: { readonly subject: Subject; readonly row: number } | undefined;

  constructor(context: ConfirmContext, confirmation: Confirmation<Subject, Result, After>) {
    this.#context = context;
    this.#confirmation = confirmation;
    this.#action = new ActionController(context.pane);
    this.#form = new FormController(context.pane, () => ({ confirmation: '' }));
    context.pane.follow(this);
  }

  /** Opens the dialog, as if for the first time. */
  open(subject: Subject): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#form.reset();
    this.#context.announce('');
    this.#confirmation.opened?.();
    this.#open = { subject, row: this.#confirmation.rowOf?.(subject) ?? -1 };
    this.#context.pane.requestUpdate();
  }

  get isOpen(): boolean {
    return !!this.#open;
  }

  get #subject(): Subject | undefined {
    const { latest } = this.#confirmation;
    return this.#open && (latest ? latest(this.#open.subject) : this.#open.subject);
  }

  render() {
    const subject = this.#subject;
    if (subject === undefined || this.#confirmation.isAllowed?.() === false) return nothing;
    const view = this.#confirmation.render(subject);
    const { isPending } = this.#action;
    const { typed, isDangerous = true } = view;
    const hasMismatch = !!this.#form.fieldError('confirmation');
    const shared = {
      error: this.#errorMessage(view),
      status: isPending ? (view.pending ?? '') : hasMismatch ? this.#context.shared().t('attention', { count: 1 }) : '',
      isPending,
      cancel: this.#context.shared().t('cancel'),
      confirm: view.confirm,
    };
    return dialog({
      heading: view.heading,
      description: view.consequence,
      isGuarded: isPending,
      closed: this.#closed,
      element: this.#dialog,
      content: html`${view.facts ?? nothing}
      ${
        typed
          ? typedConfirmation({
              ...shared,
              label: typed.label,
              help: typed.help,
              typed: this.#form.text('confirmation'),
              fieldError: hasMismatch ? typed.mismatch : undefined,
              take: this.#form.take,
              submit: this.#submit,
            })
          : confirmation({ ...shared, isDangerous, act: this.#submit })
      }`,
    });
  }

  #errorMessage(view: ConfirmView): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (this.#form.errorCount) return undefined;
    if (wasCancelled) return this.#context.shared().t('notAllowed');
    if (!error) return this.#action.isPending ? undefined : view.incomplete;
    const reason = view.reason?.(error) ?? this.#context.errorMessage(error);
    return `${reason} ${error.isAnswerLost && this.#confirmation.isStale() ? view.perhapsDone : view.notDone}`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const session = this.#context.session();
    const subject = this.#subject;
    const row = this.#open?.row ?? -1;
    if (!session || subject === undefined || this.#action.isPending) return;
    const { events, run, message, recheck, focus, isComplete } = this.#confirmation;
    const { typed } = this.#confirmation.render(subject);
    if (typed && !isConfirmed(typed, this.#form.text('confirmation'))) {
      this.#form.object(new Map([['confirmation', { reason: 'mismatch' }]]));
      return this.#context.focusFirstInvalid();
    }
    const detail = events?.detail(subject);
    const announcement = events && ({ before: events.before, detail } as Announcement);
    const isDone = await this.#action.run(announcement, () => run(session, subject));
    if (this.#action.error?.isForbidden) {
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
    await focus(row, subject);
  };

  /** Closes the dialog, so that the browser gives the focus back before {@link Confirmation.focus} moves it. */
  #close(): void {
    this.#dialog.value?.close();
    this.#closed();
  }

  readonly #closed = (): void => {
    this.#open = undefined;
    this.#form.reset();
  };

  onSessionChange(): void {
    this.#closed();
  }

  onSignedOut(): void {
    this.#closed();
  }
}

function isConfirmed({ text, isCaseless }: NonNullable<ConfirmView['typed']>, typed: string): boolean {
  return looksTheSame(text, typed) || (!!isCaseless && looksTheSame(text.toLowerCase(), typed.toLowerCase()));
}

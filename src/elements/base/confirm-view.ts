import type { Announcement } from '../../context/action-controller.js';
import { looksTheSame } from '../../contract/visible-text.js';
import type { AgniAfterEvents } from '../../events.js';
import type { Locale, Words } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import type { FieldError, FormController } from './form-controller.js';

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
  /** Fields of the dialog, in place of `typed`. Submitting them runs the action. */
  readonly form?: unknown;
  /** Errors of the fields of `form`, by name; the action runs only if there is none. */
  readonly validate?: () => ReadonlyMap<string, FieldError>;
  /** Said while the action runs. */
  readonly pending?: string;
  /** The words that came with the dialog, for errors that have one of their own in them. */
  readonly words?: Pick<Locale<Words>, 'find'>;
  /** Said after the reason: nothing was done, or it can't be known. */
  readonly notDone: string;
  /** Said if the action ended without being complete. */
  readonly incomplete?: string | undefined;
  readonly perhapsDone: string;
}

/** What a confirmation does. */
export interface Confirmation<Subject, Result, After extends keyof AgniAfterEvents> {
  /** The two events and their detail; left out if `run` asks and tells the host itself, once for each of several subjects. */
  readonly events?: {
    readonly before: Announcement['before'];
    readonly after: After;
    detail(subject: Subject): AgniAfterEvents[After] & Announcement['detail'];
  };
  run(session: ApiSession, subject: Subject): Promise<Result>;
  render(subject: Subject, form: FormController): ConfirmView;
  /** Called when the dialog opens. */
  opened?(subject: Subject): void;
  /** The texts that the fields of {@link ConfirmView.form} start with. */
  fields?(subject: Subject): Readonly<Record<string, string>>;
  /** The subject as it is known now, with what was chosen in `form`; it may have changed since the dialog opened. */
  latest?(subject: Subject, form: FormController): Subject;
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

/** Whether what is typed is the text that was asked for, as it looks. */
export function isConfirmed({ text, isCaseless }: NonNullable<ConfirmView['typed']>, typed: string): boolean {
  return looksTheSame(text, typed) || (!!isCaseless && looksTheSame(text.toLowerCase(), typed.toLowerCase()));
}

import type { Announcement } from '../../context/action-controller.js';
import { looksTheSame } from '../../contract/visible-text.js';
import type { AgniAfterEvents } from '../../events.js';
import type { Locale, Words } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import type { FieldError, FormController } from './form-controller.js';

/** The content of a confirmation dialog. Texts are in the user's language. */
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
  /** Status message while the action runs. */
  readonly pending?: string;
  /** Words that are loaded with the dialog. Their messages for error codes take precedence over those of the pane. */
  readonly words?: Pick<Locale<Words>, 'find'>;
  /** Shown after the reason of a failure. `perhapsDone` takes its place if the outcome is unknown. */
  readonly notDone: string;
  /** Error message if the action ended incomplete, see {@link Confirmation.isComplete}. */
  readonly incomplete?: string | undefined;
  readonly perhapsDone: string;
}

/** An action that needs a confirmation. */
export interface Confirmation<Subject, Result, After extends keyof AgniAfterEvents> {
  /** The two events and their detail. Left out if `run` fires the events itself, once for each of several subjects. */
  readonly events?: {
    readonly before: Announcement['before'];
    readonly after: After;
    detail(subject: Subject): AgniAfterEvents[After] & Announcement['detail'];
  };
  run(session: ApiSession, subject: Subject): Promise<Result>;
  render(subject: Subject, form: FormController): ConfirmView;
  /** Called when the dialog opens. */
  opened?(subject: Subject): void;
  /** Initial texts of the fields of {@link ConfirmView.form}. */
  fields?(subject: Subject): Readonly<Record<string, string>>;
  /** The subject with its current data and the choices made in `form`. It may have changed since the dialog opened. */
  latest?(subject: Subject, form: FormController): Subject;
  /** Whether the user still has the permission. The dialog is not rendered without it. */
  isAllowed?(): boolean;
  /** Whether the last refetch of the data failed, so that the outcome of a write with a lost answer stays unknown. */
  isStale(): boolean;
  /** Refetches the user's permissions after the server answered 403. */
  recheck?(): Promise<void> | void;
  /** Whether a result completes the action. Otherwise the dialog stays open, and `render` shows the remaining work. */
  isComplete?(result: Result): boolean;
  /** The message that is announced after the action succeeded. */
  message(subject: Subject, result: Result): string;
  /** Position of the subject's row, for `closed`. */
  rowOf?(subject: Subject): number;
  /**
   * Called once the dialog is closed after the action succeeded; moves focus on. `row` is the position of the subject's
   * row when the dialog opened.
   */
  closed(row: number, subject: Subject): Promise<void> | void;
}

/** Whether the typed text looks the same as the requested text. */
export function isConfirmed({ text, isCaseless }: NonNullable<ConfirmView['typed']>, typed: string): boolean {
  return looksTheSame(text, typed) || (!!isCaseless && looksTheSame(text.toLowerCase(), typed.toLowerCase()));
}

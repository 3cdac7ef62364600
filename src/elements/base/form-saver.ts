import type { AgniError } from '../../client/error.js';
import { ActionController, type Announcement } from '../../context/action-controller.js';
import { failureMessage } from '../../context/approval.js';
import type { Schema } from '../../contract/endpoint.js';
import type { Locale } from '../../locales/locale.js';
import { savingEn } from '../../locales/saving.en.js';
import type { ApiSession } from '../../resources/api-session.js';
import type { ResourceState } from '../../resources/resource.js';
import { leaveSaveBar, type SaveState } from '../../ui/save-bar.js';
import { focusFirstInvalid } from './focus-first-invalid.js';
import type { FormController } from './form-controller.js';
import { checkForm, refuseForm } from './form-errors.js';
import { HostFields } from './host-fields.js';
import type { ElementContext } from './pane-context.js';

/** The change that a form saves: its request body, its request, and the steps before and after. */
export interface FormChange<Body, Result> {
  readonly schema: Schema;
  /** The request body for the texts of the changed fields. */
  body(edits: ReadonlyMap<string, string>): Body;
  /** Opens a confirmation if the change needs one. Returns whether it did; confirming calls {@link FormSaver.send}. */
  asks?(): boolean;
  /** The before-event. `changes` is the result of {@link FormChange.body}. */
  announcement(changes: Body): Announcement;
  send(session: ApiSession, body: Body): Promise<Result>;
  /** Called after a save, for the after-event. */
  saved(): void;
  /** Called after a failed save, to refetch data that the error shows to be outdated. */
  failed?(error: AgniError): void;
  /** State of the data that the form shows. */
  shown(): ResourceState<unknown>;
}

/** Saves a form: only the changed fields, one request at a time, with a status for each outcome. */
export class FormSaver<Body, Result> {
  readonly #context: ElementContext;
  readonly #form: FormController;
  readonly #change: FormChange<Body, Result>;
  readonly #action: ActionController<Result | undefined>;
  readonly #hostFields: HostFields;
  #sent: ReadonlyMap<string, string> = new Map();
  #wasDirty = false;

  constructor(context: ElementContext, form: FormController, change: FormChange<Body, Result>) {
    this.#context = context;
    this.#form = form;
    this.#change = change;
    this.#action = new ActionController(context.pane);
    this.#hostFields = new HostFields(context.pane);
    form.extraFields = this.#hostFields;
    context.pane.addController({ hostUpdate: this.#onUpdate });
  }

  /** State of the save bar. */
  get state(): Omit<SaveState, 'isDirty'> {
    return { isPending: this.#action.isPending, status: this.#status, error: this.#error };
  }

  get #words(): Locale<typeof savingEn> {
    return this.#context.shared().sibling(savingEn);
  }

  get #status(): string {
    const { t } = this.#words;
    const { errorCount: count, isDirty } = this.#form;
    if (this.#action.isPending) return t('saving');
    if (count) return this.#context.shared().t('attention', { count });
    return isDirty && !this.#error ? t('unsaved') : '';
  }

  /** The error of the form as a whole, without errors at its fields, and whether anything was saved. */
  get #error(): string | undefined {
    const shared = this.#context.shared();
    const { isDirty, isExplained, unplaced } = this.#form;
    if (!isDirty || isExplained) return undefined;
    return failureMessage(this.#action.failure, shared, (error) => {
      const shown = this.#change.shown();
      const isInDoubt = error.isAnswerLost && shown.status === 'ready' && shown.isStale;
      const outcome = isInDoubt ? this.#words.t('perhapsSaved') : shared.t('notSaved');
      return [this.#context.errorMessage(error), ...unplaced, outcome].join(' ');
    });
  }

  /** Called when the user presses Save. */
  async submit(): Promise<void> {
    if (this.#action.isPending) return;
    const { edits, isDirty } = this.#form;
    this.#action.reset();
    this.#context.announce(isDirty ? '' : this.#words.t('unchanged'));
    if (!isDirty) return;
    const isValid = !edits.size || checkForm(this.#form, this.#change.schema, this.#change.body(edits));
    if (!isValid) await focusFirstInvalid(this.#context.pane);
    else if (!this.#hostFields.reportValidity()) this.#form.setErrors(new Map());
    else if (!this.#change.asks?.()) await this.send();
  }

  /** Sends the changes, which have been validated before. */
  readonly send = async (): Promise<void> => {
    const session = this.#context.session();
    if (!session) return;
    const sent = this.#form.edits;
    this.#sent = sent;
    const body = this.#change.body(sent);
    const acceptHostFields = this.#hostFields.take();
    // If only the host's own fields were changed, nothing is sent: the host's listener has saved them.
    const write = async () => (sent.size ? this.#change.send(session, body) : undefined);
    const isSaved = await this.#action.run(this.#change.announcement(body), write);
    if (isSaved) {
      acceptHostFields();
      this.#accept();
      this.#change.saved();
    }
    const { error, failure } = this.#action;
    if (!failure) return;
    if (error) this.#change.failed?.(error);
    refuseForm(this.#form, failure, sent);
    await focusFirstInvalid(this.#context.pane);
  };

  #accept(): void {
    this.#form.accept(this.#sent);
    if (this.#form.isDirty) return; // edited since then
    leaveSaveBar(this.#context.pane.renderRoot as ShadowRoot);
    this.#context.announce(this.#words.t('saved'));
  }

  /** Clears "Saved" when the form is edited again, and the error of a failed save when no change is left to save. */
  readonly #onUpdate = (): void => {
    const { isDirty } = this.#form;
    if (isDirty && !this.#wasDirty) this.#context.announce('');
    this.#wasDirty = isDirty;
    if (isDirty || !this.#action.error) return;
    const isSaved = [...this.#sent].every(([name, text]) => this.#form.text(name) === text);
    this.#action.reset();
    if (isSaved) this.#accept(); // the server stored the change, but its answer was lost
  };

  /** Clears the outcome of the last save, unless one is under way. {@link FormController.reset} discards the texts. */
  reset(): void {
    if (!this.#action.isPending) this.#action.reset();
  }
}

import type { SessionHost, SessionObserver } from '../../context/resource-controller.js';

/** Why a field was refused. */
export interface FieldError {
  /** A reason with words at the key `invalid.<reason>`, or the server's sentence. */
  readonly reason: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The host page's own message, shown unchanged. */
  readonly message?: string;
}

/** Fields that the host page adds to a form. */
export interface ExtraFields {
  readonly isDirty: boolean;
  /** Discards what was typed. */
  reset(): void;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * The unsaved texts of a form's fields. An untouched field shows the server's value. An edited field keeps its text
 * through every refetch and failure, until the text is saved or discarded. Secrets stay in their inputs: the controller
 * stores only their errors.
 */
export class FormController implements SessionObserver {
  readonly #host: SessionHost;
  readonly #saved: () => Readonly<Record<string, string>>;
  #edits = new Map<string, string>();
  /** By field: the text that the server had when the user began to edit, or the text that was saved since then. */
  #bases = new Map<string, string>();
  #errors = new Map<string, FieldError>();
  #unplaced: readonly string[] = [];
  #isExplained = false;
  /** The host's own fields in the form. */
  extraFields: ExtraFields | undefined;

  /** `saved` returns the fields' texts that the server has stored. */
  constructor(host: SessionHost, saved: () => Readonly<Record<string, string>>) {
    this.#host = host;
    this.#saved = saved;
    host.addSessionObserver(this);
  }

  /** The text to show in a field. */
  text(name: string): string {
    return this.#edit(name) ?? this.#saved()[name] ?? '';
  }

  /** The typed text of a field; `undefined` if it equals {@link base}, so that the field shows the server's value. */
  #edit(name: string): string | undefined {
    const text = this.#edits.get(name);
    return text === this.#bases.get(name) ? undefined : text;
  }

  /** Names of the form's fields whose text differs from the saved text. */
  get changed(): string[] {
    const saved = this.#saved();
    return [...this.#edits.keys()].filter((name) => name in saved && this.text(name) !== saved[name]);
  }

  get isDirty(): boolean {
    return this.changed.length > 0 || !!this.extraFields?.isDirty;
  }

  /** The texts of the changed fields, for {@link accept} once they are saved. */
  get edits(): ReadonlyMap<string, string> {
    return new Map(this.changed.map((name) => [name, this.text(name)]));
  }

  fieldError(name: string): FieldError | undefined {
    return this.#errors.get(name);
  }

  /**
   * Whether every error of the last refusal was shown at its field, so that the form as a whole shows none. Stays true
   * while the user corrects the fields.
   */
  get isExplained(): boolean {
    return this.#isExplained;
  }

  /** The server's sentences about fields that the form doesn't have. */
  get unplaced(): readonly string[] {
    return this.#unplaced;
  }

  /** Number of fields with an error. */
  get errorCount(): number {
    return this.#errors.size;
  }

  /** A listener for `input`: stores the control's text under its `name` and clears its error. */
  readonly take = (event: Event): void => {
    const { name, value } = event.target as Control;
    if (this.has(name)) this.put(name, value); // the host's own fields keep their texts
    this.touch(event);
  };

  /** Sets a field's text, as if the user had typed it. */
  put(name: string, text: string): void {
    if (this.#edit(name) === undefined) this.#bases.set(name, this.#saved()[name] ?? '');
    this.#edits.set(name, text);
  }

  /** The text that the server had when the user began to edit a field, or the text that was saved since then. */
  base(name: string): string {
    return this.#bases.get(name) ?? '';
  }

  /** A listener for `input` of controls with a secret: clears the error and stores no text. */
  readonly touch = (event: Event): void => {
    this.#errors.delete((event.target as Control).name);
    this.#host.requestUpdate();
  };

  /** Whether the form has a field. */
  has(name: string): boolean {
    return Object.hasOwn(this.#saved(), name);
  }

  /**
   * Replaces all field errors. `unplaced`: the reasons for fields that the form doesn't have; an empty string if the
   * server's reason is no sentence. `sent`: the {@link edits} that the errors are about. A field that was edited since
   * then gets no error.
   */
  setErrors(
    fieldErrors: ReadonlyMap<string, FieldError>,
    unplaced: readonly string[] = [],
    sent: ReadonlyMap<string, string> = this.edits,
  ): void {
    const isAsSent = (name: string) => this.text(name) === (sent.get(name) ?? this.#saved()[name] ?? '');
    this.#errors = new Map([...fieldErrors].filter(([name]) => isAsSent(name)));
    this.#unplaced = unplaced.filter(Boolean);
    this.#isExplained = this.#errors.size > 0 && !unplaced.length;
    this.#host.requestUpdate();
  }

  /**
   * Marks `sent` as done; text typed since then stays. `isStored`: the fields keep what was sent, unlike those of a form that
   * is empty again afterwards.
   */
  accept(sent: ReadonlyMap<string, string>, isStored = true): void {
    for (const [name, text] of sent) {
      if (isStored) this.#bases.set(name, text);
      else if (this.#edits.get(name) === text) this.#edits.delete(name);
    }
    this.setErrors(new Map());
  }

  /** Discards everything that was typed, and all errors. */
  readonly reset = (): void => {
    this.#edits = new Map();
    this.extraFields?.reset();
    this.setErrors(new Map());
  };

  onSessionChange(): void {
    this.reset();
  }
}

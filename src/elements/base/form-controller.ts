import type { AgniError } from '../../client/error.js';
import type { SessionHost, SessionObserver } from '../../context/resource-controller.js';
import type { Schema } from '../../contract/endpoint.js';
import { fieldReasons, isSentence } from '../../contract/fault.js';

/** Why a field was refused. */
export interface FieldError {
  /** The key `invalid.<reason>` of the words for the reason, or the server's sentence. */
  readonly reason: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The host page's own words, shown as they are. */
  readonly message?: string;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * What was typed into a form beside what is saved. A field that wasn't touched follows the server; one that was keeps
 * its text through every refresh and failure, until it's saved or discarded. Secrets stay in their inputs; of these only the objections are here.
 */
export class FormController implements SessionObserver {
  readonly #host: SessionHost;
  readonly #saved: () => Readonly<Record<string, string>>;
  #edits = new Map<string, string>();
  #errors = new Map<string, FieldError>();
  #unplaced: readonly string[] = [];
  #hasUnplaced = false;

  /** `saved` answers the fields' texts as the server has them. */
  constructor(host: SessionHost, saved: () => Readonly<Record<string, string>>) {
    this.#host = host;
    this.#saved = saved;
    host.follow(this);
  }

  /** The text to show in a field. */
  text(name: string): string {
    return this.#edits.get(name) ?? this.#saved()[name] ?? '';
  }

  /** Names of the fields whose text differs from what is saved. */
  get changed(): string[] {
    const saved = this.#saved();
    return [...this.#edits].filter(([name, text]) => text !== (saved[name] ?? '')).map(([name]) => name);
  }

  get isDirty(): boolean {
    return this.changed.length > 0;
  }

  /** The texts of the changed fields, to be handed to {@link accept} once they are saved. */
  get edits(): ReadonlyMap<string, string> {
    return new Map(this.changed.map((name) => [name, this.text(name)]));
  }

  fieldError(name: string): FieldError | undefined {
    return this.#errors.get(name);
  }

  /** Whether every reason of a refusal stands at its field, so that there is nothing to say about the form as a whole. */
  get isExplained(): boolean {
    return this.#errors.size > 0 && !this.#hasUnplaced;
  }

  /** The server's sentences about fields that the form doesn't have. */
  get unplaced(): readonly string[] {
    return this.#unplaced;
  }

  /** How many fields are objected to. */
  get errorCount(): number {
    return this.#errors.size;
  }

  /** Takes what is typed into a control, by its `name`. An objection to it has had its effect. */
  readonly take = (event: Event): void => {
    const { name, value } = event.target as Control;
    this.#edits.set(name, value);
    this.touch(event);
  };

  /** Puts a text into a field, as if it had been typed. */
  put(name: string, text: string): void {
    this.#edits.set(name, text);
  }

  /** Forgets the objection to a control, for it has had its effect; all there is to take of one that holds a secret. */
  readonly touch = (event: Event): void => {
    this.#errors.delete((event.target as Control).name);
    this.#host.requestUpdate();
  };

  /** Checks a body by the contract's schema and notes what it objects to; answers whether it may be sent. */
  check(schema: Schema, body: unknown): boolean {
    const parsed = schema.safeParse(body);
    this.object(fieldErrorsIn(parsed));
    return parsed.success;
  }

  /** Notes what the server objects to. */
  refuse(error: AgniError): void {
    const fieldErrors = new Map<string, FieldError>();
    const unplaced: string[] = [];
    for (const [field, [reason = error.message]] of fieldReasons(error.details)) {
      if (Object.hasOwn(this.#saved(), field)) fieldErrors.set(field, { reason });
      else unplaced.push(reason);
    }
    this.object(fieldErrors);
    this.#unplaced = unplaced.filter(isSentence);
    this.#hasUnplaced = unplaced.length > 0;
  }

  /** Replaces the objections. */
  object(fieldErrors: ReadonlyMap<string, FieldError>): void {
    this.#errors = new Map(fieldErrors);
    this.#unplaced = [];
    this.#hasUnplaced = false;
    this.#host.requestUpdate();
  }

  /** Takes note that `sent` is saved; whatever was typed since stays. */
  accept(sent: ReadonlyMap<string, string>): void {
    for (const [name, text] of sent) if (this.#edits.get(name) === text) this.#edits.delete(name);
    this.object(new Map());
  }

  /** Forgets everything that was typed. */
  readonly reset = (): void => {
    this.#edits = new Map();
    this.object(new Map());
  };

  onSessionChange(): void {
    this.reset();
  }
}

type Parsed = ReturnType<Schema['safeParse']>;
type Issue = NonNullable<Parsed['error']>['issues'][number];

/** What a schema objects to, the first of it for each field. */
export function fieldErrorsIn({ error }: Parsed): Map<string, FieldError> {
  const fieldErrors = new Map<string, FieldError>();
  for (const issue of error?.issues ?? []) {
    const field = String(issue.path[0] ?? '');
    if (field && !fieldErrors.has(field)) fieldErrors.set(field, objectionOf(issue));
  }
  return fieldErrors;
}

function objectionOf(issue: Issue): FieldError {
  if (issue.code === 'too_small') return { reason: 'required' };
  if (issue.code === 'too_big') return { reason: 'longer_than', values: { most: Number(issue.maximum) } };
  return { reason: issue.message };
}

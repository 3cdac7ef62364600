import { AgniError } from '../../client/error.js';
import type { Refusal } from '../../context/approval.js';
import type { Schema } from '../../contract/endpoint.js';
import { fieldReasons } from '../../contract/fault.js';
import { isSentence } from '../../contract/sentence.js';
import type { FieldError, FormController } from './form-controller.js';

/** Validates a body by the contract's schema and shows its errors in a form. Returns whether the body may be sent. */
export function checkForm(form: FormController, schema: Schema, body: unknown): boolean {
  const parsed = schema.safeParse(body);
  form.setErrors(fieldErrorsIn(parsed));
  return parsed.success;
}

/**
 * Shows in a form why a write failed: the field errors of the server's answer, or the host's message at the field that
 * the host named. `sent`: see {@link FormController.setErrors}.
 */
export function refuseForm(
  form: FormController,
  failure: AgniError | Refusal,
  sent?: ReadonlyMap<string, string>,
): void {
  const fieldErrors = new Map<string, FieldError>();
  const unplaced: string[] = [];
  if (failure instanceof AgniError) {
    for (const [field, [reason = failure.message]] of fieldReasons(failure.details)) {
      if (form.has(field)) fieldErrors.set(field, { reason });
      else unplaced.push(isSentence(reason) ? reason : '');
    }
  } else if (failure.message && form.has(failure.field ?? '')) {
    fieldErrors.set(failure.field ?? '', { reason: 'host', message: failure.message });
  }
  form.setErrors(fieldErrors, unplaced, sent);
}

type Parsed = ReturnType<Schema['safeParse']>;
type Issue = NonNullable<Parsed['error']>['issues'][number];

/** The first error of each field in the result of a schema. */
export function fieldErrorsIn({ error }: Parsed): Map<string, FieldError> {
  const fieldErrors = new Map<string, FieldError>();
  for (const issue of error?.issues ?? []) {
    const field = String(issue.path[0] ?? '');
    if (field && !fieldErrors.has(field)) fieldErrors.set(field, fieldErrorOf(issue));
  }
  return fieldErrors;
}

function fieldErrorOf(issue: Issue): FieldError {
  if (issue.code === 'too_small') return { reason: 'required' };
  if (issue.code === 'too_big') return { reason: 'longer_than', values: { most: Number(issue.maximum) } };
  return { reason: issue.message };
}

import type { ActionController } from '../../context/action-controller.js';
import { failureMessage } from '../../context/approval.js';
import { looksTheSame } from '../../contract/visible-text.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import type { FormController } from '../base/form-controller.js';
import type { ApiKeysContext, DialogsWords } from './api-keys-context.js';

/** Whether a key with this name already exists. */
export function isTaken(name: string, context: ApiKeysContext): boolean {
  return context.keys().some((key) => looksTheSame(key.name, name));
}

/** The error of the form as a whole, and whether the key was created as far as known. `sent`: the name of the key. */
export function creationError(
  action: ActionController<unknown>,
  { unplaced, isExplained }: FormController,
  sent: string,
  context: ApiKeysContext,
  { t, fill }: DialogsWords,
): unknown {
  if (isExplained) return undefined;
  return failureMessage(action.failure, context.shared(), (error): unknown => {
    const name = bidiIsolate(sent);
    if (error.isAnswerLost && isTaken(sent, context)) return fill('createdButLost', { name });
    if (error.code === 'CONFLICT') return t('takenMeanwhile');
    const isInDoubt = error.isAnswerLost && context.isStale();
    const reasons = [context.errorMessage(error), ...unplaced].join(' ');
    return [reasons, ' ', isInDoubt ? fill('perhapsCreated', { name }) : t('notCreated')];
  });
}

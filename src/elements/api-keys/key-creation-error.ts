import type { ActionController } from '../../context/action-controller.js';
import { failureMessage } from '../../context/approval.js';
import { looksTheSame } from '../../contract/visible-text.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import type { FormController } from '../base/form-controller.js';
import type { ApiKeysContext, DialogsWords } from './api-keys-context.js';

/** Whether a key has a name already. */
export function isTaken(name: string, context: ApiKeysContext): boolean {
  return context.keys().some((key) => looksTheSame(key.name, name));
}

/** What went wrong with the form as a whole, and what is true now as far as the list tells; `sent`: the name of the key. */
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

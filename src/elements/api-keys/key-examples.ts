import { listAgents } from '../../contract/agents.js';
import { examplesEn } from '../base/code-examples.en.js';
import { codeExamples } from '../base/code-examples.js';
import { requestExamples } from '../base/request-examples.js';
import type { ApiKeysContext } from './api-keys-context.js';
import { type CopyNote, noteText } from './key-creation-machine.js';

/** How the examples are shown. */
export interface ShownExamples {
  readonly language: string;
  readonly note: CopyNote;
  readonly selectLanguage: (language: string) => void;
  readonly copied: (isCopied: boolean) => void;
}

/** A request signed by an API key, in three languages, with a placeholder for the key. */
export function keyExamples({ language, note, selectLanguage, copied }: ShownExamples, context: ApiKeysContext) {
  const examples = requestExamples(context.session()?.client.address(listAgents.path).href ?? '', 'key');
  const { t } = context.shared();
  const status = noteText(note, { copied: t('copied'), notCopied: t('notCopied') });
  return codeExamples(
    { examples, selected: language, status, select: selectLanguage, copied },
    context.locale().sibling(examplesEn, 'examples'),
  );
}

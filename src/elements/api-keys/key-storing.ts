import type { ReactiveControllerHost } from 'lit';
import { listAgents } from '../../contract/agents.js';
import type { CreatedApiKey } from '../../contract/api-key-change.js';
import { examplesEn } from '../base/code-examples.en.js';
import { codeExamples } from '../base/code-examples.js';
import { requestExamples } from '../base/request-examples.js';
import type { ApiKeysContext, DialogsWords } from './api-keys-context.js';
import { savedKeyDialog } from './show-key-dialog.js';

const untouched = {
  isCopied: false,
  isStored: false,
  isRefused: false,
  status: '',
  exampleStatus: '',
  language: 'curl',
};

/** How far somebody has got with saving a new key. It never holds the key itself. */
export class KeyStoring {
  readonly #host: ReactiveControllerHost;
  #progress = untouched;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The key was copied, or is said to be stored. */
  get isDone(): boolean {
    return this.#progress.isCopied || this.#progress.isStored;
  }

  /** Another key is to be saved. */
  begin(): void {
    this.#progress = untouched;
  }

  /** The dialog that shows the key; `replaced` is the name of the one it takes over from. */
  render(
    created: CreatedApiKey,
    replaced: string | undefined,
    { context, words, done }: { context: ApiKeysContext; words: DialogsWords; done: () => void },
  ) {
    const shared = context.shared();
    const { isCopied, isStored, isRefused, status, exampleStatus, language } = this.#progress;
    const examples = {
      examples: requestExamples(context.session()?.client.address(listAgents.path).href ?? '', 'key'),
      selected: language,
      status: exampleStatus,
      select: (chosen: string) => this.#note({ language: chosen, exampleStatus: '' }),
      // There is one clipboard: what is copied last is all it holds.
      copied: (is: boolean) =>
        this.#note({
          isCopied: isCopied && !is,
          exampleStatus: shared.t(is ? 'copied' : 'notCopied'),
          status: is && isCopied ? words.t('overwritten') : status,
        }),
    };
    return savedKeyDialog(
      {
        created,
        replaced,
        isStored,
        mayClose: this.isDone,
        status,
        isRefused,
        examples: codeExamples(examples, words.sibling(examplesEn)),
        copied: (is) =>
          this.#note({
            isCopied: is || isCopied,
            status: is ? words.t('copied') : shared.t('notCopied'),
            exampleStatus: '',
          }),
        stored: (is) => this.#note({ isStored: is }),
        refused: () => {
          this.#note({}); // taken away first, so that the same words are read out again
          void this.#host.updateComplete.then(() => this.#note({ isRefused: true }));
        },
        done,
      },
      words,
    );
  }

  #note(progress: Partial<typeof untouched>): void {
    this.#progress = { ...this.#progress, isRefused: false, ...progress };
    this.#host.requestUpdate();
  }
}

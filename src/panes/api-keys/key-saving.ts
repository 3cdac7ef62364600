import type { ReactiveControllerHost } from 'lit';
import { listAgents } from '../../contract/agents.js';
import type { CreatedApiKey } from '../../contract/api-key-change.js';
import type { EditingWords, KeyDesk } from './key-desk.js';
import { keyExamples } from './key-examples.js';
import { savedKeyDialog } from './saved-key-dialog.js';

const untouched = { isCopied: false, isStored: false, status: '', language: 'curl' };

/** How far somebody has got with saving a new key. It never holds the key itself. */
export class KeySaving {
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
    { desk, words, done }: { desk: KeyDesk; words: EditingWords; done: () => void },
  ) {
    const shared = desk.shared();
    const { isCopied, isStored, status, language } = this.#progress;
    const examples = {
      url: desk.workspace()?.client.address(listAgents.path).href ?? '',
      language,
      select: (chosen: string) => this.#note({ language: chosen }),
      told: (is: boolean) => this.#note({ status: shared.t(is ? 'copied' : 'notCopied') }),
    };
    return savedKeyDialog(
      {
        created,
        replaced,
        isStored,
        mayClose: this.isDone,
        status,
        examples: keyExamples(examples, words),
        copied: (is) =>
          this.#note({ isCopied: is || isCopied, status: is ? words.t('copied') : shared.t('notCopied') }),
        stored: (is) => this.#note({ isStored: is }),
        done,
      },
      words,
    );
  }

  #note(progress: Partial<typeof untouched>): void {
    this.#progress = { ...this.#progress, ...progress };
    this.#host.requestUpdate();
  }
}

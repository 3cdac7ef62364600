import type { ApiKey } from '../../contract/api-keys.js';
import { dialogs } from '../../theme/dialogs.js';
import { tabStyles } from '../../theme/tabs.js';
import type { ApiKeysContext, DialogsWords } from './api-keys-context.js';
import { dialogsEn } from './dialogs.en.js';
import { dialogsStyles as ownStyles } from './dialogs.styles.js';
import { KeyCreation } from './key-creation.js';
import { createKeyDeletion } from './key-deletion.js';
import { leakAdvice } from './leak-advice.js';

export { findKeys } from './key-search.js';

/** Looks of what is loaded with the dialogs. */
export const dialogsStyles = [dialogs, tabStyles, ownStyles];

/** Everything about keys that changes something: loaded on demand, once there is something to see. */
export class ApiKeyDialogs {
  readonly #context: ApiKeysContext;
  readonly #creation: KeyCreation;
  readonly #deletion: ReturnType<typeof createKeyDeletion>;
  #leakedId = '';
  #words: { of: unknown; words: DialogsWords } | undefined;

  constructor(context: ApiKeysContext) {
    this.#context = context;
    const words = () => this.#currentWords;
    this.#deletion = createKeyDeletion(context, words);
    this.#creation = new KeyCreation(context, words, (old) => this.#deletion.open({ key: old, isLeaked: true }));
  }

  /** Whether leaving would lose something. */
  get isDirty(): boolean {
    return this.#creation.isDirty;
  }

  get #currentWords(): DialogsWords {
    const locale = this.#context.locale();
    if (this.#words?.of !== locale) this.#words = { of: locale, words: locale.sibling(dialogsEn) };
    return this.#words.words;
  }

  create(): void {
    this.#creation.create();
  }

  replace(key: ApiKey, isLeaked: boolean): void {
    this.#creation.replace(key, isLeaked);
  }

  remove(key: ApiKey): void {
    this.#deletion.open({ key, isLeaked: false });
  }

  /** Whatever dialog is open. */
  render() {
    return [this.#creation.render(), this.#deletion.render()];
  }

  /** What to do after a leak, with the way to do it where that's allowed. */
  renderAdvice(canReplace: boolean) {
    const state = this.#context.keys();
    const keys = canReplace && state.status === 'ready' ? state.value : [];
    const choose = (id: string) => {
      this.#leakedId = id;
      this.#context.pane.requestUpdate();
    };
    const replace = (key: ApiKey) => this.replace(key, true);
    return leakAdvice(keys, { id: this.#leakedId, choose, replace }, this.#currentWords);
  }

  /** Discards what was typed. */
  reset(): void {
    this.#creation.reset();
  }
}

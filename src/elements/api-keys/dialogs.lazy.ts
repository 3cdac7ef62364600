import { html, nothing } from 'lit';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { ApiKey } from '../../contract/api-keys.js';
import { checks } from '../../theme/checks.js';
import { dialogs } from '../../theme/dialogs.js';
import { filters } from '../../theme/filters.js';
import { menus } from '../../theme/menus.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { Menu, type MenuItem } from '../../ui/menu.js';
import { codeStyles } from '../base/code-examples.js';
import type { ApiKeysContext, DialogsWords } from './api-keys-context.js';
import { dialogsEn } from './dialogs.en.js';
import { dialogsStyles as ownStyles } from './dialogs.styles.js';
import { KeyCreation } from './key-creation.js';
import { noteOf } from './key-creation-machine.js';
import { createKeyDeletion } from './key-deletion.js';
import { keyExamples, type ShownExamples } from './key-examples.js';
import type { KeySearch, KeyView } from './key-list.js';
import { findKeys, keyFilters } from './key-search.js';
import { leakAdvice } from './leak-advice.js';
import { replacementNote } from './replacement-note.js';

/** Styles that load with the dialogs. */
export const dialogsStyles = [dialogs, menus, filters, checks, ...codeStyles, ownStyles];

interface ExamplesOfKey extends Pick<ShownExamples, 'language' | 'note'> {
  readonly key: ApiKey;
}

/** The search of the list, the menu of a key and its dialogs: loaded once the list is shown. */
export class ApiKeyDialogs implements KeySearch, SessionObserver {
  readonly find = findKeys;
  readonly #context: ApiKeysContext;
  readonly #creation: KeyCreation;
  readonly #deletion: ReturnType<typeof createKeyDeletion>;
  readonly #menu: Menu;
  /** The key whose code examples are shown, and how. */
  #examples: ExamplesOfKey | undefined;
  #leakedId = '';

  constructor(context: ApiKeysContext) {
    this.#context = context;
    const words = () => this.#words;
    this.#menu = new Menu(context.pane);
    this.#deletion = createKeyDeletion(context, words);
    this.#creation = new KeyCreation(context, words, (key) => this.#deletion.open({ key, isLeaked: true }));
    context.pane.addSessionObserver(this);
  }

  /** Whether the user would lose something by leaving. */
  get isDirty(): boolean {
    return this.#creation.isDirty;
  }

  get #words(): DialogsWords {
    return this.#context.locale().sibling(dialogsEn);
  }

  renderFilters(view: KeyView) {
    return keyFilters(view, this.#context.locale(), this.#words, this.#context.shared());
  }

  get noMatch(): string {
    return this.#words.t('noMatch');
  }

  resultOf(count: number): string {
    return this.#words.t('found', { count });
  }

  create(): void {
    this.#creation.open();
  }

  /** Opens the menu of a key below its button. */
  openMenu(button: HTMLButtonElement, key: ApiKey): void {
    void this.#menu.open(button, () => this.#menuOf(key));
  }

  #menuOf(key: ApiKey): MenuItem[] {
    const { t } = this.#words;
    const replace = { label: t('replace'), select: () => this.#creation.open({ old: key, isLeaked: false }) };
    const examples = {
      label: t('showExamples'),
      select: () => this.#showExamples({ key, language: 'curl', note: '' }),
    };
    const remove = {
      label: t('delete'),
      isDanger: true,
      select: () => this.#deletion.open({ key, isLeaked: false }),
    };
    return [...(this.#context.canCreate() ? [replace] : []), examples, ...(this.#context.canDelete() ? [remove] : [])];
  }

  /** The menu, and the dialog that is open. */
  render() {
    return [this.#menu.render(), this.#creation.render(), this.#deletion.render(), this.#renderExamples()];
  }

  #renderExamples() {
    const shown = this.#examples;
    if (!shown) return nothing;
    const { t, fill } = this.#words;
    const { key, language, note } = shown;
    const name = bidiIsolate(key.name);
    return dialog({
      heading: fill('examplesHeading', { name }),
      description: fill('examplesIntro', { name }),
      closed: () => this.#showExamples(undefined),
      content: html`
        ${keyExamples(
          {
            language,
            note,
            selectLanguage: (chosen) => this.#showExamples({ key, language: chosen, note: '' }),
            copied: (isCopied) => this.#showExamples({ key, language, note: noteOf(isCopied, note) }),
          },
          this.#context,
        )}
        <div class="row">
          <button class="secondary" part="button" @click=${closeDialog}>${t('close')}</button>
        </div>
      `,
    });
  }

  #showExamples(examples: ExamplesOfKey | undefined): void {
    this.#examples = examples;
    this.#context.pane.requestUpdate();
  }

  /** The note in the row of a key that is being replaced. */
  renderReplacement(key: ApiKey, successor: ApiKey | undefined) {
    return successor && replacementNote(key, successor, this.#words);
  }

  /** The steps to take after a leak, with a form to start with if the user may create keys. */
  renderAdvice() {
    const choose = (id: string) => {
      this.#leakedId = id;
      this.#context.pane.requestUpdate();
    };
    const replace = (old: ApiKey) => this.#creation.open({ old, isLeaked: true });
    const keys = this.#context.canCreate() ? this.#context.keys() : [];
    return leakAdvice(keys, { id: this.#leakedId, choose, replace }, this.#words);
  }

  /** Discards what was typed. */
  reset(): void {
    this.#creation.reset();
  }

  onSessionChange(): void {
    this.#leakedId = '';
    this.#showExamples(undefined);
  }

  onSignedOut(): void {
    this.onSessionChange();
  }
}

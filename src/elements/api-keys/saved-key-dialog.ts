import { html, nothing } from 'lit';
import type { Ref } from 'lit/directives/ref.js';
import type { CreatedApiKey } from '../../contract/api-key-change.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { checkField } from '../../ui/check-field.js';
import { copyField } from '../../ui/copy.js';
import { dialog } from '../../ui/dialog.js';
import { textArea } from '../../ui/text-area.js';
import type { ApiKeysContext, DialogsWords } from './api-keys-context.js';
import { type CreationEvent, type CreationState, noteText } from './key-creation-machine.js';
import { keyExamples } from './key-examples.js';

/** A new key, and the state and callbacks of its dialog. */
export interface SavedKey {
  readonly created: CreatedApiKey;
  readonly state: Extract<CreationState, { status: 'secret' }>;
  readonly isUnsaved: boolean;
  /** The user tried to close the dialog without "Done". */
  readonly wasCloseRefused: boolean;
  readonly element: Ref<HTMLDialogElement>;
  readonly changed: (event: CreationEvent) => void;
  readonly refused: () => void;
  readonly done: () => void;
}

/** Shows a new key, once. Escape does not close the dialog. */
export function savedKeyDialog(saved: SavedKey, context: ApiKeysContext, { t, fill }: DialogsWords) {
  const { created, state, isUnsaved, changed, refused, done } = saved;
  const { replacement, keyNote } = state;
  const copied = (isCopied: boolean) => changed({ type: 'keyCopied', isCopied });
  const copy = (event: Event) => {
    const field = (event.currentTarget as Element).parentElement?.querySelector('textarea');
    if (field) void copyField(field).then(copied);
  };
  // Copying by keyboard counts too, if the whole key was selected.
  const noteCopy = ({ target }: Event) => {
    const { value, selectionStart, selectionEnd } = target as HTMLTextAreaElement;
    if (value && selectionStart === 0 && selectionEnd === value.length) copied(true);
  };
  const button = html`<button class="primary" part="button button-primary" type="button" autofocus @click=${copy}>
    ${t('copyKey')}
  </button>`;
  const notes = { copied: t('copied'), notCopied: context.shared().t('notCopied'), overwritten: t('overwritten') };
  const name = bidiIsolate(created.name);
  return dialog({
    heading: t('savedHeading'),
    description: [
      fill('savedOnce', { name }),
      replacement ? [' ', fill('savedInstead', { name: bidiIsolate(replacement.old.name) })] : nothing,
    ],
    isGuarded: true,
    closed: done,
    refused,
    element: saved.element,
    content: html`
      <div class="with-status" @copy=${noteCopy}>
        ${textArea({ name: 'key', label: t('key'), value: created.key, readonly: true, rows: 2, button })}
        <p class="help" role="status">${noteText(keyNote, notes)}</p>
      </div>
      <p class="warning">${t('savedWarning')}</p>
      ${keyExamples(
        {
          language: state.language,
          note: state.exampleNote,
          selectLanguage: (language) => changed({ type: 'languageChosen', language }),
          copied: (isCopied) => changed({ type: 'exampleCopied', isCopied }),
        },
        context,
      )}
      ${checkField('stored', t('stored'), state.isStored, (isStored) => changed({ type: 'stored', isStored }))}
      <div class="row">
        ${isUnsaved ? html`<p id="done-when" class="help">${t('doneWhen')}</p>` : nothing}
        <button
          class="primary"
          part="button button-primary"
          aria-disabled=${isUnsaved}
          aria-describedby=${isUnsaved ? 'done-when' : nothing}
          @click=${() => (isUnsaved ? refused() : done())}
        >
          ${t('done')}
        </button>
        <span class="hidden" role="status">${saved.wasCloseRefused ? t(isUnsaved ? 'doneWhen' : 'closeByDone') : ''}</span>
      </div>
    `,
  });
}

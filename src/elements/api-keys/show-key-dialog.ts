import { html, nothing } from 'lit';
import type { CreatedApiKey } from '../../contract/api-key-change.js';
import type { Locale } from '../../locales/locale.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { checkField } from '../../ui/check-field.js';
import { copyField } from '../../ui/copy.js';
import { dialog } from '../../ui/dialog.js';
import { textField } from '../../ui/field.js';
import type { dialogsEn } from './dialogs.en.js';

/** How far somebody has got with saving a new key. */
export interface SavedKey {
  readonly created: CreatedApiKey;
  /** Name of the key it takes over from. */
  readonly replaced: string | undefined;
  readonly isStored: boolean;
  /** It was copied, or is said to be stored. */
  readonly mayClose: boolean;
  /** What is said of the last attempt to copy. */
  readonly status: string;
  /** Somebody tried to close it another way than by Done: what to do instead is said. */
  readonly isRefused: boolean;
  readonly examples: unknown;
  readonly copied: (isCopied: boolean) => void;
  readonly stored: (isStored: boolean) => void;
  readonly refused: () => void;
  readonly done: () => void;
}

/** Shows a new secret, once. Neither Escape nor a click beside it closes it. */
export function savedKeyDialog(saved: SavedKey, { t, fill }: Locale<typeof dialogsEn>) {
  const { created, replaced, isStored, mayClose } = saved;
  const copy = async (event: Event) => {
    const field = (event.currentTarget as Element).parentElement?.querySelector('input');
    if (field) saved.copied(await copyField(field));
  };
  // The keyboard's own way to copy counts too, if it took all of the key.
  const noteCopy = ({ target }: Event) => {
    const { value, selectionStart, selectionEnd } = target as HTMLInputElement;
    if (value && selectionStart === 0 && selectionEnd === value.length) saved.copied(true);
  };
  const close = (event: Event) => {
    if (!mayClose) return saved.refused();
    (event.currentTarget as Element).closest('dialog')?.close();
    saved.done();
  };
  const button = html`<button class="primary" part="button button-primary" type="button" autofocus @click=${copy}>
    ${t('copyKey')}
  </button>`;
  return dialog({
    heading: t('savedHeading'),
    isGuarded: true,
    closed: saved.done,
    refused: saved.refused,
    content: html`
      <p>${fill('savedOnce', { name: bidiIsolate(created.name) })} ${replaced ? fill('savedInstead', { name: bidiIsolate(replaced) }) : nothing}</p>
      <div class="with-status" @copy=${noteCopy}>
        ${textField({ name: 'key', label: t('key'), value: created.key, readonly: true, button })}
        <p class="help" role="status">${saved.status}</p>
      </div>
      <p class="warning">${t('savedWarning')}</p>
      ${saved.examples} ${checkField('stored', t('stored'), isStored, saved.stored)}
      <div class="row">
        ${mayClose ? nothing : html`<p id="done-when" class="help">${t('doneWhen')}</p>`}
        <button
          class="primary"
          part="button button-primary"
          aria-disabled=${!mayClose}
          aria-describedby=${mayClose ? nothing : 'done-when'}
          @click=${close}
        >
          ${t('done')}
        </button>
        <span class="hidden" role="status">${saved.isRefused ? t(mayClose ? 'closeByDone' : 'doneWhen') : ''}</span>
      </div>
    `,
  });
}

import { html, nothing } from 'lit';
import type { Ref } from 'lit/directives/ref.js';
import { serverNow } from '../../client/server-clock.js';
import { checkField } from '../../ui/check-field.js';
import { copyElement } from '../../ui/copy.js';
import { dialog } from '../../ui/dialog.js';
import { printLines } from '../../ui/print-lines.js';
import { saveFile } from '../../ui/save-file.js';
import { sayAgain } from '../../ui/say-again.js';
import { dateText } from '../../ui/time-text.js';
import type { DialogWords, TwoFactorContext } from './two-factor-context.js';

/** State and actions of the dialog with recovery codes. */
interface ShownCodes {
  /** Whether the codes replace former ones. */
  readonly areReplaced: boolean;
  readonly isSaved: boolean;
  readonly element: Ref<HTMLDialogElement>;
  readonly save: (isSaved: boolean) => void;
  readonly done: () => void;
}

/** Shows recovery codes once, and copies, downloads and prints them. Escape does not close the dialog. */
export class RecoveryCodes {
  readonly #context: TwoFactorContext;
  readonly #words: () => DialogWords;
  /** Functions that free copies of the codes: the page's copy of a downloaded file, and the frame that is printed. */
  readonly #copies = new Set<() => void>();
  #status = '';

  constructor(context: TwoFactorContext, words: () => DialogWords) {
    this.#context = context;
    this.#words = words;
  }

  /** Frees every copy of the codes. */
  release(): void {
    for (const free of this.#copies) free();
    this.#copies.clear();
    this.#status = '';
  }

  render(codes: readonly string[], { areReplaced, isSaved, element, save, done }: ShownCodes) {
    const { t } = this.#words();
    return dialog({
      heading: t('saveCodes'),
      description: [t('codesOnce'), areReplaced ? ` ${t('codesInstead')}` : nothing],
      isGuarded: true,
      closed: done,
      element,
      content: html`
        <ul class="codes" part="list" role="list" aria-label=${t('codes')} tabindex="-1">
          ${codes.map((code) => html`<li><code part="code" dir="ltr" translate="no">${code}</code></li>`)}
        </ul>
        <div>
          <div class="row start">
            <button class="primary" part="button button-primary" type="button" autofocus @click=${this.#copy(codes)}>
              ${t('copyCodes')}
            </button>
            <button class="secondary" part="button" type="button" @click=${() => this.#download(codes)}>
              ${t('downloadCodes')}
            </button>
            <button class="secondary" part="button" type="button" @click=${this.#print(codes)}>${t('printCodes')}</button>
          </div>
          <p class="help" role="status">${this.#status}</p>
        </div>
        ${checkField('saved', t('codesSaved'), isSaved, save)}
        <div class="row">
          ${isSaved ? nothing : html`<p id="done-when" class="help">${t('doneWhen')}</p>`}
          <button
            class="primary"
            part="button button-primary"
            type="button"
            aria-disabled=${!isSaved}
            aria-describedby=${isSaved ? nothing : 'done-when'}
            @click=${done}
          >
            ${t('done')}
          </button>
        </div>
      `,
    });
  }

  readonly #setStatus = (status: string): void => {
    this.#status = sayAgain(status, this.#status);
    this.#context.pane.requestUpdate();
  };

  #copy(codes: readonly string[]) {
    return (event: Event) => {
      const list = (event.currentTarget as Element).closest('dialog')?.querySelector<HTMLElement>('.codes');
      const textOf = (isCopied: boolean) =>
        isCopied ? this.#words().t('codesCopied') : this.#context.shared().t('notCopied');
      if (list) void copyElement(list, codes.join('\n')).then(textOf).then(this.#setStatus);
    };
  }

  #download(codes: readonly string[]): void {
    const { t } = this.#words();
    const { release, isUncertain } = saveFile(t('codesFile'), [this.#title, this.#made, '', ...codes, ''].join('\n'));
    this.#copies.add(release);
    this.#setStatus(t('codesDownloaded') + (isUncertain ? ` ${t('codesUncertain')}` : ''));
  }

  #print(codes: readonly string[]) {
    return (event: Event) => {
      const place = (event.currentTarget as Element).closest('dialog');
      if (place) this.#copies.add(printLines(place, this.#title, [this.#made, ...codes]));
    };
  }

  get #title(): string {
    return this.#words().t('codesTitle', { email: this.#context.me()?.email ?? '' });
  }

  get #made(): string {
    const { t, lang } = this.#words();
    return t('codesMade', { date: dateText(new Date(serverNow()).toISOString(), lang) });
  }
}

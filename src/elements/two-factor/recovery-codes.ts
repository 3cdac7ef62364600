import { html, nothing } from 'lit';
import { serverNow } from '../../client/server-clock.js';
import { checkField } from '../../ui/check-field.js';
import { copyElement } from '../../ui/copy.js';
import { dialog } from '../../ui/dialog.js';
import { printLines } from '../../ui/print-lines.js';
import { saveFile } from '../../ui/save-file.js';
import { dateText } from '../../ui/time.js';
import type { DialogWords, TwoFactorContext } from './two-factor-context.js';

/** Shows recovery codes, once, and the ways to save them. Neither Escape nor a click beside it closes it. */
export class RecoveryCodes {
  readonly #context: TwoFactorContext;
  readonly #words: () => DialogWords;
  readonly #done: () => void;
  /** What still holds the codes: a file's copy in the browser, a frame that is printed. */
  readonly #letGo = new Set<() => void>();
  #isSaved = false;
  #status = '';

  /** `done` is told once the codes are saved and out of the way. */
  constructor(context: TwoFactorContext, words: () => DialogWords, done: () => void) {
    this.#context = context;
    this.#words = words;
    this.#done = done;
  }

  /** Whether somebody said that they are saved. */
  get isSaved(): boolean {
    return this.#isSaved;
  }

  /** There are new codes. */
  begin(): void {
    this.onSignedOut();
  }

  /** Lets go of whatever still holds the codes. */
  onSignedOut(): void {
    for (const letGo of this.#letGo) letGo();
    this.#letGo.clear();
    this.#isSaved = false;
    this.#status = '';
  }

  render(codes: readonly string[], areInstead: boolean) {
    const { t } = this.#words();
    const isSaved = this.#isSaved;
    return dialog({
      heading: t('saveCodes'),
      isGuarded: true,
      closed: this.#done,
      content: html`
        <p>${t('codesOnce')} ${areInstead ? t('codesInstead') : nothing}</p>
        <ul class="codes" part="list" role="list" aria-label=${t('codes')} tabindex="-1">
          ${codes.map((code) => html`<li><code dir="ltr" translate="no">${code}</code></li>`)}
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
        ${checkField('saved', t('codesSaved'), isSaved, this.#save)}
        <div class="row">
          ${isSaved ? nothing : html`<p id="done-when" class="help">${t('doneWhen')}</p>`}
          <button
            class="primary"
            part="button button-primary"
            type="button"
            aria-disabled=${!isSaved}
            aria-describedby=${isSaved ? nothing : 'done-when'}
            @click=${() => this.#isSaved && this.#done()}
          >
            ${t('done')}
          </button>
        </div>
      `,
    });
  }

  readonly #save = (isSaved: boolean): void => {
    this.#isSaved = isSaved;
    this.#context.pane.requestUpdate();
  };

  #say(status: string): void {
    this.#status = status;
    this.#context.pane.requestUpdate();
  }

  #copy(codes: readonly string[]) {
    return async (event: Event) => {
      const list = (event.currentTarget as Element).closest('dialog')?.querySelector<HTMLElement>('.codes');
      if (!list) return;
      const isCopied = await copyElement(list, codes.join('\n'));
      this.#say(isCopied ? this.#words().t('codesCopied') : this.#context.shared().t('notCopied'));
    };
  }

  #download(codes: readonly string[]): void {
    const { t } = this.#words();
    const { release, isUncertain } = saveFile(t('codesFile'), [this.#title, this.#made, '', ...codes, ''].join('\n'));
    this.#letGo.add(release);
    this.#say(t('codesDownloaded') + (isUncertain ? ` ${t('codesUncertain')}` : ''));
  }

  #print(codes: readonly string[]) {
    return (event: Event) => {
      const place = (event.currentTarget as Element).closest('dialog');
      if (place) this.#letGo.add(printLines(place, this.#title, [this.#made, ...codes]));
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

import { type CSSResult, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AgniError } from '../../client/error.js';
import type { HostContext } from '../../context/host.js';
import { HostContextController } from '../../context/host-context.js';
import { ResourceController, type SessionHost, type SessionObserver } from '../../context/resource-controller.js';
import { en } from '../../locales/en.js';
import { Locale, type Words } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import { registerColors } from '../../theme/colors.js';
import { ColorSchemeController } from '../../ui/color-scheme-controller.js';
import { nearestLang } from '../../ui/nearest-lang.js';
import { notice } from '../../ui/notice.js';
import { sayAgain } from '../../ui/say-again.js';
import { dateText } from '../../ui/time-text.js';
import { allowTranslatedText } from '../../ui/translated-text.js';
import { whenIdle } from '../../ui/when-idle.js';
import type { FieldError } from './form-controller.js';
import { LazyPart } from './lazy-part.js';
import { LoadingMessage } from './loading-message.js';
import type { PaneContext } from './pane-context.js';

/** Words that every element has. */
export type PaneWords = Words & {
  readonly heading: string;
  /** One line under the heading: what the pane is for. */
  readonly lead?: string;
};

/** An element's words, and the labels that the hub's search finds in the element. */
export interface ElementWords<Table extends PaneWords> {
  /** First part of the words' keys in a host's messages. */
  readonly prefix: string;
  /** The English words. */
  readonly table: Table;
  /** Keys of labels, by the name of their field or by another place that the element's `show` accepts. */
  readonly labels?: Readonly<Record<string, keyof Table & string>>;
  /** Tags of the elements inside, whose labels the search finds too. */
  readonly parts?: readonly string[];
}

/**
 * Base class of all elements of the kit: provides the host context, words, theme and announcements.
 * @csspart section - the element as a whole
 * @csspart heading - its heading
 * @csspart message - the status message, such as the outcome of the last action; screen readers announce it
 */
export abstract class AgniElement<Table extends PaneWords> extends LitElement implements SessionHost {
  /** Level of the heading, 1 to 6, so that it fits the outline of the host page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** Leaves the heading out, for a host page that has its own. */
  @property({ type: Boolean, attribute: 'no-heading' }) noHeading = false;
  /** Shows all data, without controls to change it. */
  @property({ type: Boolean }) readonly = false;

  readonly #observers: SessionObserver[] = [];
  protected readonly hostController = new HostContextController(this, () => this.#onHostContextChange());
  /**
   * The signed-in user. Every element needs the user's permissions.
   * @internal
   */
  readonly me = new ResourceController(this, (session) => session.me);
  readonly #colorScheme = new ColorSchemeController(this);
  protected readonly loadingMessage = new LoadingMessage(this);
  #session: ApiSession | undefined;
  #announcement = '';

  /** The element's words in the user's language, in English where there are none. */
  protected locale!: Locale<Table>;
  /** Words that all elements share. */
  protected shared!: Locale<typeof en>;

  protected abstract readonly words: ElementWords<Table>;

  /** The context of the nearest host; `undefined` until there is a host. */
  protected get hostContext(): HostContext | undefined {
    return this.hostController.value;
  }

  /** @internal */
  get options() {
    return this.hostContext?.options;
  }

  /** The API session that the element shows; `undefined` until there is a host. */
  protected get session(): ApiSession | undefined {
    return this.#session;
  }

  /** Level of the headings of elements inside this one. */
  protected get childHeadingLevel(): number {
    return Math.min(6, this.headingLevel + (this.noHeading ? 0 : 1));
  }

  /** The message about the outcome of the last action. */
  protected get announcement(): string {
    return this.#announcement;
  }

  /**
   * Whether a dialog shows a secret not stored yet, or waits for a write. Hiding the element would hide the dialog.
   * @internal
   */
  get holdsSecret(): boolean {
    return !!this.renderRoot?.querySelector('dialog[data-guarded]');
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    allowTranslatedText(root);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    registerColors();
    this.#updateLocale(); // a host may read `state` immediately, and `state` may need the words
    // A phone takes 50 ms to format the first date or number, so a date is formatted while the data are being read.
    whenIdle(() => dateText('2000', this.locale.readerLang));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved is connected again in the same task; it keeps its secrets.
    queueMicrotask(() => {
      if (this.isConnected) return;
      for (const observer of this.#observers) observer.onRemoved?.();
    });
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#updateLocale();
  }

  #updateLocale(): void {
    const lang = this.options?.lang || nearestLang(this);
    const messages = this.options?.messages;
    if (this.locale?.isFor(lang, messages)) return;
    this.#announcement = ''; // in the former language
    this.locale = new Locale(this.words.prefix, this.words.table, lang, messages);
    this.shared = this.locale.sibling(en, 'shared');
  }

  /** The element's outermost node, which sets theme, language and direction. */
  protected renderFrame(content: unknown): TemplateResult {
    const { theme, dir } = this.options ?? {};
    return html`<div
      class="pane ${this.#colorScheme.className} ${theme === 'light' || theme === 'dark' ? theme : ''}"
      part="section"
      tabindex="-1"
      lang=${this.locale.lang}
      dir=${dir || nothing}
    >
      ${content}
    </div>`;
  }

  #onHostContextChange(): void {
    const { hostContext } = this;
    if (hostContext?.isSignedOut) {
      this.#announcement = '';
      for (const observer of this.#observers) observer.onSignedOut?.();
    }
    if (hostContext?.session === this.#session) return;
    this.#session = hostContext?.session;
    this.#announcement = '';
    for (const observer of this.#observers) observer.onSessionChange(this.#session);
  }

  /** @internal */
  addSessionObserver(observer: SessionObserver): void {
    this.#observers.push(observer);
  }

  /** Adds the styles of a lazily loaded part. */
  protected adopt(...styles: CSSResult[]): void {
    const { adoptedStyleSheets: sheets } = this.renderRoot as ShadowRoot;
    for (const { styleSheet } of styles) if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
  }

  /** Shows the outcome of an action and announces it to screen readers, without moving focus. */
  protected readonly announce = (text: string): void => {
    this.#announcement = sayAgain(text, this.#announcement);
    this.requestUpdate();
  };

  /**
   * The words of errors, and the functions that choose them.
   * @internal
   */
  readonly errorWords = new LazyPart(this, async () => {
    // Also preloads the code for failed answers, because a request may fail when the connection is lost.
    const [{ errorMessage, fieldErrorMessage, reportMistakes, stateNotice }] = await Promise.all([
      import('./error-words.lazy.js'),
      import('../../client/failed-answer.lazy.js'),
    ]);
    return { errorMessage, fieldErrorMessage, reportMistakes, stateNotice };
  });

  /** The message of an error in the user's language; a general message until the words of errors are loaded. */
  protected errorMessage(error: AgniError): string {
    const { part } = this.errorWords;
    if (part) return part.errorMessage(error, this.locale, this.shared);
    void this.errorWords.load();
    return this.shared.t(navigator.onLine ? 'error.UNKNOWN' : 'error.OFFLINE');
  }

  /** Why a field was refused: the host's message, else words for the reason, else the server's sentence. */
  protected fieldErrorMessage(fieldError: FieldError | undefined): string | undefined {
    if (!fieldError || fieldError.message) return fieldError?.message;
    const { part } = this.errorWords;
    return part ? part.fieldErrorMessage(fieldError, this.locale, this.shared) : this.shared.t('error.UNKNOWN');
  }

  /** A button that calls `load`. The button may be removed with its notice, so focus moves to the heading first. */
  protected renderTryAgain(load: () => unknown): TemplateResult {
    const tryAgain = () => {
      this.focus();
      void load();
    };
    return html`<button class="secondary" part="button" @click=${tryAgain}>${this.shared.t('tryAgain')}</button>`;
  }

  /** A notice with a button that tries again if the part could not be loaded, else nothing. */
  protected renderLazyFailure({ hasFailed, load }: Pick<LazyPart<unknown>, 'hasFailed' | 'load'>) {
    return hasFailed ? notice(this.shared.t('failed'), this.renderTryAgain(load), 'alert') : nothing;
  }

  /** The context for the element's lazily loaded parts. */
  protected get context(): PaneContext<Table> {
    return {
      pane: this,
      locale: () => this.locale,
      shared: () => this.shared,
      session: () => this.session,
      errorMessage: (error) => this.errorMessage(error),
      fieldErrorMessage: (fieldError) => this.fieldErrorMessage(fieldError),
      announce: this.announce,
      tryAgain: (load) => this.renderTryAgain(load),
    };
  }

  /** Moves focus to the heading, or to the element as a whole if it has none. */
  override focus(options?: FocusOptions): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    (find('[part=heading]') ?? find('.pane'))?.focus(options);
  }
}

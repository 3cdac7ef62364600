import { type CSSResult, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AgniError } from '../../client/error.js';
import type { HostContext } from '../../context/host.js';
import { HostContextController } from '../../context/host-context.js';
import { ResourceController, type SessionHost, type SessionObserver } from '../../context/resource-controller.js';
import { isSentence } from '../../contract/fault.js';
import { type Capability, capabilitiesOf } from '../../contract/roles.js';
import { en } from '../../locales/en.js';
import { Locale, type Words } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import { heading } from '../../ui/heading.js';
import { notice } from '../../ui/notice.js';
import type { FieldError } from './form-controller.js';
import type { PaneContext } from './pane-context.js';
import { PaneEvents } from './pane-events.js';

/** What a pane shows as a whole. Each is also a custom state, for `:state(loading)` and so on. */
export type PaneState = 'loading' | 'ready' | 'error' | 'denied' | 'unavailable' | 'signed-out';

/** Any pane, as a host sees it. */
export type Pane = LitElement &
  Pick<AgniPane<PaneWords>, 'state' | 'dirty' | 'refresh' | 'reset' | 'headingLevel' | 'noHeading' | 'readonly'>;

/** Words that every pane has. */
export type PaneWords = Words & {
  readonly heading: string;
  /** One line under the heading: what the pane is for. */
  readonly lead?: string;
};

/**
 * What all panes have in common: where their data comes from, the states around their content, their heading, their
 * words, and what a host can ask of them. A pane adds its words, its resources and its content.
 * @fires {CustomEvent<undefined>} agni-ready - the first data is shown
 * @fires {CustomEvent<FailureDetail>} agni-load-error - the first load failed
 * @fires {CustomEvent<FailureDetail>} agni-error - any other operation failed
 * @fires {CustomEvent<{ dirty: boolean }>} agni-dirty-change - something was typed that isn't saved, or no longer is
 * @csspart section - the pane as a whole
 * @csspart heading - the pane's heading
 * @csspart field - a label with its control, help and objection
 * @csspart label - the label of a field
 * @csspart input - a text field, a select or a text area
 * @csspart button - any button
 * @csspart button-primary - the button of the main action
 * @csspart button-danger - the button that confirms what can't be undone
 * @csspart list - a list
 * @csspart row - a row of a list
 * @csspart badge - a word that says in which state something is
 * @csspart notice - a framed sentence about the pane as a whole
 * @csspart dialog - a modal dialog
 * @cssState loading - the first data is awaited
 * @cssState ready - the data is shown
 * @cssState error - the first load failed
 * @cssState denied - this person may not see it
 * @cssState unavailable - the host switched off what it needs
 * @cssState signed-out - nobody is signed in
 * @cssprop --agni-color-bg - background of controls and dialogs
 * @cssprop --agni-color-surface - background of notices and read-only fields
 * @cssprop --agni-color-text - text
 * @cssprop --agni-color-muted - second lines and help
 * @cssprop --agni-color-border - dividers and frames
 * @cssprop --agni-color-accent - background of the main action
 * @cssprop --agni-color-on-accent - text of the main action
 * @cssprop --agni-color-danger - what destroys, and objections
 * @cssprop --agni-color-success - what is well
 * @cssprop --agni-color-warning - what deserves a look
 * @cssprop --agni-color-focus - outline of what has the focus
 * @cssprop [--agni-font-family=inherit] - font
 * @cssprop [--agni-font-size=0.875rem] - size of text, which all other sizes follow
 * @cssprop [--agni-radius=7px] - rounding of controls
 * @cssprop [--agni-space=0.25rem] - unit of all distances
 * @cssprop [--agni-control-height=2.125rem] - height of controls
 */
export abstract class AgniPane<Table extends PaneWords> extends LitElement implements SessionHost {
  /** Level of the pane's heading, 1 to 6, so that it fits the outline of the host page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** Leaves the heading out, where the host page has its own. */
  @property({ type: Boolean, attribute: 'no-heading' }) noHeading = false;
  /** Shows everything and lets nothing be changed. */
  @property({ type: Boolean }) readonly = false;

  readonly #observers: SessionObserver[] = [];
  readonly #hostContext = new HostContextController(this, () => this.#onHostContextChange());
  /** The signed-in person: every pane needs to know what they may do. */
  protected readonly me = new ResourceController(this, (session) => session.me);
  #session: ApiSession | undefined;
  #announcement = '';
  readonly #events = new PaneEvents(this, this.attachInternals());
  readonly #shown = new WeakSet<HTMLDialogElement>();

  /** The pane's words, in the reader's language as far as there are any. */
  protected locale!: Locale<Table>;
  /** Words that all panes share. */
  protected shared!: Locale<typeof en>;

  /** First part of the keys of the pane's words in a host's messages, and the English ones. */
  protected abstract readonly words: { readonly prefix: string; readonly table: Table };
  /** What has to be loaded before there is anything to show. */
  protected abstract readonly needs: readonly ResourceController<unknown>[];
  /** What the pane is for; only rendered once everything it needs is there. */
  protected abstract renderContent(): unknown;

  /** What the pane shows as a whole. */
  get state(): PaneState {
    const { value } = this.#hostContext;
    if (!value) return this.#hostContext.isLost ? 'error' : 'loading';
    if (value.isSignedOut) return 'signed-out';
    const { loadError } = this;
    if (loadError) return stateOf(loadError);
    if (this.#sources.some(({ state }) => state.status !== 'ready')) return 'loading';
    return this.needsNewPassword || this.denial ? 'denied' : 'ready';
  }

  /** Whether something was typed that isn't saved. */
  get dirty(): boolean {
    return false;
  }

  /** Why this person isn't meant to see the content, in a sentence; empty if they are. */
  protected get denial(): string {
    return '';
  }

  /** Whether this has to wait until a temporary password is changed. */
  protected get needsNewPassword(): boolean {
    return !!this.me.value?.must_change_password || this.loadError?.code === 'PASSWORD_CHANGE_REQUIRED';
  }

  /** What keeps the content from being shown: a first load that failed, or a right that was taken away since. */
  protected get loadError(): AgniError | undefined {
    for (const { state } of this.#sources) {
      if (state.status === 'failed') return state.error;
      if (state.status === 'ready' && state.error?.isForbidden) return state.error;
    }
    return undefined;
  }

  get #sources(): ResourceController<unknown>[] {
    return [this.me, ...this.needs];
  }

  /** What the host said, if it spoke already. */
  protected get options() {
    return this.#hostContext.value?.options;
  }

  /** What the nearest host gives its panes, once it spoke. */
  protected get hostContext(): HostContext | undefined {
    return this.#hostContext.value;
  }

  protected get session(): ApiSession | undefined {
    return this.#session;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#speak(); // a host may ask for the state at once, and that may take words
    window.addEventListener('online', this.#rerender);
    window.addEventListener('offline', this.#sayOffline);
    window.addEventListener('beforeunload', this.#guardEdits);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#rerender);
    window.removeEventListener('offline', this.#sayOffline);
    window.removeEventListener('beforeunload', this.#guardEdits);
    // A dialog that leaves the page is no longer modal when it comes back.
    for (const dialog of this.renderRoot.querySelectorAll('dialog')) dialog.close();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#speak();
  }

  /** Takes up the words of the language in force. */
  #speak(): void {
    const lang = this.options?.lang || nearestLang(this);
    const messages = this.options?.messages;
    if (this.locale?.isFor(lang, messages)) return;
    this.locale = new Locale(this.words.prefix, this.words.table, lang, messages);
    this.shared = new Locale('shared', en, lang, messages);
  }

  protected override render(): TemplateResult {
    const { state } = this;
    const { theme, dir } = this.options ?? {};
    return html`<div
      class="pane ${theme === 'light' || theme === 'dark' ? theme : ''}"
      part="section"
      tabindex="-1"
      lang=${this.locale.lang}
      dir=${dir || nothing}
      aria-busy=${state === 'loading'}
    >
      ${this.#renderHeading(state)}
      ${state === 'ready' ? [this.#renderStaleness(), this.renderContent()] : this.#renderState(state)}
      ${this.renderDialogs()}
      <p class="hidden" role="status">${state === 'loading' ? this.#waiting : this.#announcement}</p>
    </div>`;
  }

  #renderHeading(state: PaneState) {
    const { t } = this.locale;
    const action = state === 'ready' ? this.renderAction() : nothing;
    if (this.noHeading) return action === nothing ? nothing : html`<div class="head">${action}</div>`;
    return html`<div class="head">
      <div>
        ${heading(this.headingLevel, t('heading'))}
        <p>${t('lead')}</p>
      </div>
      ${action}
    </div>`;
  }

  /** The one main action, beside the heading. */
  protected renderAction(): unknown {
    return nothing;
  }

  /** Dialogs, whatever the pane's state: one may show what can't be shown again. */
  protected renderDialogs(): unknown {
    return nothing;
  }

  /** Everything but the content: loading, and why there is none. */
  #renderState(state: PaneState) {
    if (state === 'loading') return html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
    const { t } = this.shared;
    if (!this.options) return notice(t('error.NO_PROVIDER'), nothing, 'alert');
    if (state === 'signed-out') return notice(t('signedOut'), this.#signInLink ?? this.#retry());
    if (this.needsNewPassword) return notice(t('error.PASSWORD_CHANGE_REQUIRED'), this.#renderPasswordChange());
    if (!this.loadError) return notice(this.denial);
    const words = this.errorMessage(this.loadError);
    return state === 'error' ? notice(words, this.#retry(), 'alert') : notice(words);
  }

  get #signInLink(): TemplateResult | undefined {
    const { signInUrl } = this.options ?? {};
    if (!signInUrl) return undefined;
    return html`<a class="button secondary" part="button" href=${signInUrl}>${this.shared.t('signIn')}</a>`;
  }

  /** The way to where a password is changed: on this page, else where somebody signs in. */
  #renderPasswordChange() {
    const lead = this.hostContext?.goToPasswordChange;
    if (!lead) return this.#signInLink;
    return html`<button class="primary" part="button button-primary" @click=${lead}>
      ${this.shared.t('changePassword')}
    </button>`;
  }

  #renderStaleness() {
    if (!navigator.onLine) return notice(this.shared.t('offline'));
    const isStale = this.#sources.some(({ state }) => state.status === 'ready' && state.error);
    return isStale ? notice(this.shared.t('stale'), this.#retry()) : nothing;
  }

  #retry() {
    // The button goes with what it stands beside, so the focus goes ahead, to what stays.
    const tryAgain = () => {
      this.focus();
      void this.refresh();
    };
    return html`<button class="secondary" part="button" @click=${tryAgain}>${this.shared.t('tryAgain')}</button>`;
  }

  protected override updated(_changed: PropertyValues): void {
    // A dialog is in the template exactly as long as it's open. It can't be shown by the render that makes it.
    // One that was closed stays so until its `close` event takes it out of the template.
    for (const dialog of this.renderRoot.querySelectorAll('dialog')) {
      if (this.#shown.has(dialog) || !this.isConnected) continue;
      this.#shown.add(dialog);
      dialog.showModal();
    }
    const { state, dirty, loadError } = this;
    this.#events.report({ state, dirty, loadError, sources: this.needs });
  }

  #onHostContextChange(): void {
    const { value } = this.#hostContext;
    if (value?.isSignedOut) for (const observer of this.#observers) observer.onSignedOut?.();
    if (value?.session === this.#session) return;
    this.#session = value?.session;
    this.#events.restart();
    this.#announcement = '';
    for (const observer of this.#observers) observer.onSessionChange(this.#session);
  }

  /** Has a controller told which workspace the pane is in. */
  follow(observer: SessionObserver): void {
    this.#observers.push(observer);
  }

  /** Whether the signed-in person may do something, as far as that's known here; the server decides. */
  protected can(capability: Capability): boolean {
    const user = this.me.value;
    return !!user && capabilitiesOf(user).has(capability);
  }

  /** Adds styles that came later, with a part that is loaded on demand. */
  protected adopt({ styleSheet }: CSSResult): void {
    const { adoptedStyleSheets: sheets } = this.renderRoot as ShadowRoot;
    if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
  }

  /** Says something to people who can't see it happen, and don't lose their place by it. */
  protected readonly announce = (text: string): void => {
    this.#announcement = text;
    this.requestUpdate();
  };

  /**
   * An error in the reader's words: the pane's own for its code, else the shared ones, else the server's sentence. Never a
   * code.
   */
  protected errorMessage(error: AgniError): string {
    const isOffline = error.code === 'NETWORK_ERROR' && !navigator.onLine;
    const { retryAfter: count } = error;
    if (count && error.code === 'RATE_LIMITED') return this.shared.t('retryAfter', { count });
    const key = isOffline ? 'error.OFFLINE' : `error.${error.code}`;
    if (this.locale.has(key)) return this.locale.t(key);
    if (this.shared.has(key)) return this.shared.t(key, { host: error.host });
    return isSentence(error.message) ? error.message : this.shared.t('error.UNKNOWN');
  }

  /** Why a field was refused, in the reader's words if there are any, else the server's sentence. Never a bare reason. */
  protected fieldErrorMessage(fieldError: FieldError | undefined): string | undefined {
    if (!fieldError) return undefined;
    if (fieldError.message) return fieldError.message;
    const key = `invalid.${fieldError.reason}`;
    if (this.locale.has(key)) return this.locale.t(key, fieldError.values);
    if (this.shared.has(key)) return this.shared.t(key, fieldError.values);
    return isSentence(fieldError.reason) ? fieldError.reason : this.shared.t('invalid.other');
  }

  /** Leads a reader to the first field that was objected to. */
  protected readonly focusFirstInvalid = async (): Promise<void> => {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };

  /** What the parts of the pane that are loaded on demand stand on. */
  protected get context(): PaneContext<Table> {
    return {
      pane: this,
      locale: () => this.locale,
      shared: () => this.shared,
      session: () => this.session,
      errorMessage: (error) => this.errorMessage(error),
      fieldErrorMessage: (fieldError) => this.fieldErrorMessage(fieldError),
      announce: this.announce,
      focusFirstInvalid: this.focusFirstInvalid,
    };
  }

  get #waiting(): string {
    for (const { state } of this.#sources) {
      if (state.status !== 'loading' || !state.retryAt) continue;
      const time = new Date(state.retryAt).toLocaleTimeString(this.locale.lang);
      return this.shared.t('waiting', { time });
    }
    return '';
  }

  readonly #rerender = (): void => this.requestUpdate();

  readonly #sayOffline = (): void => this.announce(this.shared.t('offline'));

  readonly #guardEdits = (event: BeforeUnloadEvent): void => {
    if (this.dirty) event.preventDefault();
  };

  /** Reads anew what the pane shows. */
  readonly refresh = async (): Promise<void> => {
    this.hostContext?.resume();
    await Promise.all(this.#sources.map((source) => source.load()));
  };

  /** Leads a reader to the pane: to its heading, or where there is none to the pane as a whole. */
  override focus(options?: FocusOptions): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    (find('[part=heading]') ?? find('.pane'))?.focus(options);
  }

  /** Discards what was typed and not saved. */
  reset(): void {
    this.requestUpdate();
  }
}

function stateOf({ code, status, isForbidden }: AgniError): PaneState {
  if (code === 'UNAVAILABLE') return 'unavailable';
  if (code === 'UNAUTHORIZED' && status === 401) return 'signed-out';
  return status === 401 || isForbidden ? 'denied' : 'error';
}

/** The language in force where an element stands, through every shadow root around it. */
function nearestLang(element: Element): string {
  for (let node: Element | undefined = element; node; node = (node.getRootNode() as ShadowRoot).host) {
    const lang = node.closest<HTMLElement>('[lang]')?.lang;
    if (lang) return lang;
  }
  return 'en';
}

import { ContextProvider } from '@lit/context';
import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { Host, type HostOptions, watchPage } from './host.js';
import { hostContextKey } from './host-context.js';

/**
 * Gives the elements inside it the address of the API and the credential of requests, and stores the data they share.
 * @element agni-provider
 * @attr lang - language of the elements inside (BCP 47); otherwise that of the nearest ancestor
 * @attr dir - direction of the elements inside, `ltr` or `rtl`; otherwise that of the nearest ancestor
 * @slot - the kit's elements, and any other content
 * @fires agni-auth-required - the user is signed out, and no new token could be obtained
 * @fires agni-password-change-required - the server asks to replace a temporary password
 */
export class AgniProvider extends LitElement implements HostOptions {
  // The browser reflects `lang` and `dir` as properties, but Lit doesn't observe them.
  static override get observedAttributes() {
    // biome-ignore lint/complexity/noThisInStatic: Lit finalizes the class that the getter is called on
    return [...super.observedAttributes, 'lang', 'dir'];
  }

  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Origin with an optional path prefix, without `/api/v1`. `/` is the page's own origin. */
  @property({ attribute: 'base-url' }) baseUrl = 'https://api.ravan.ai';
  /** Id of the organization; otherwise that of the signed-in user. */
  @property({ attribute: 'org-id' }) orgId?: string;
  /** How requests are signed: with the token of `getToken`, or with the browser's cookies. */
  @property({ attribute: 'auth-mode' }) authMode: 'bearer' | 'cookie' = 'bearer';
  /** Any text that changes with the signed-in user. */
  @property({ attribute: 'user-key' }) userKey?: string;
  /** Where the signed-out state links to. */
  @property({ attribute: 'sign-in-url' }) signInUrl?: string;
  /** `auto` follows the page's own `color-scheme`. */
  @property() theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Milliseconds that one attempt of a request may take; also the limit for `getToken`. */
  @property({ type: Number }) timeout = 15_000;
  /** Supplies a short-lived access token: `({ reason }) => token`, where `reason` is `first` or `expired`. */
  @property({ attribute: false }) getToken?: HostOptions['getToken'];
  /** Sends the requests instead of the page's own `fetch`. */
  @property({ attribute: false }) fetch?: HostOptions['fetch'];
  /** Headers for every request, or a function that returns them, for instance with a CSRF token. */
  @property({ attribute: false }) headers?: HostOptions['headers'];
  /** Overrides of assumed operations by name: `{ method, path }`, or `null` to switch one off. */
  @property({ attribute: false }) endpoints?: HostOptions['endpoints'];
  /** Messages that replace the kit's, by key, or by language and key: `{ de: { 'profile.heading': 'Konto' } }`. */
  @property({ attribute: false }) messages?: HostOptions['messages'];
  /** Returns the URL that starts connecting GoHighLevel, from the organization's id; the API's own URL by default. */
  @property({ attribute: false }) ghlStartUrl?: HostOptions['ghlStartUrl'];
  /** Checks a new password: returns an error message, or `null` if it is valid; may return a promise. */
  @property({ attribute: false }) checkPassword?: HostOptions['checkPassword'];

  readonly #context = new ContextProvider(this, { context: hostContextKey });
  readonly #host = new Host(this, (hostContext) => this.#context.setValue(hostContext));
  #unwatch?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = watchPage(this.#host);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    // A moved provider is connected again within the task. Later, another user may be signed in, so data are dropped.
    queueMicrotask(() => this.isConnected || this.#host.leave());
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    if (name === 'lang' || name === 'dir') this.requestUpdate();
  }

  protected override willUpdate(): void {
    const names = [...AgniProvider.elementProperties.keys(), 'lang', 'dir'] as (keyof HostOptions)[];
    this.#host.update(Object.fromEntries(names.map((name) => [name, this[name]])));
  }

  protected override updated(): void {
    if (this.#awaitsElements) this.#host.readUser();
  }

  /** Whether the provider contains a visible element of the kit that is not loaded yet. */
  get #awaitsElements(): boolean {
    return [...this.querySelectorAll(':not(:defined)')].some(
      (element) => element.localName.startsWith('agni-') && element.checkVisibility(),
    );
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}

/**
 * Makes the types of the events available with every element.
 * @public
 */
export type { AgniAfterEvents, AgniBeforeEvents, AgniNavigationEvents } from '../events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agni-provider': AgniProvider;
  }
}

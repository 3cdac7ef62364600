import { ContextProvider } from '@lit/context';
import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { Host, type HostOptions, watchPage } from './host.js';
import { hostContextKey } from './host-context.js';

// Whoever has the element's types has those of the events that bubble through it.
export type { AgniAfterEvents, AgniBeforeEvents } from '../events.js';

/**
 * Tells the panes inside it where the API is and who is signed in. Holds everything they load, once.
 * @element agni-provider
 * @attr lang - language of the panes (BCP 47); else the nearest ancestor's
 * @attr dir - direction of the panes, `ltr` or `rtl`; else the nearest ancestor's
 * @slot - the panes, and whatever else stands between them
 * @fires {CustomEvent<undefined>} agni-auth-required - nobody is signed in, and a new token couldn't be had
 * @fires {CustomEvent<undefined>} agni-password-change-required - the server asks to replace a temporary password
 */
export class AgniProvider extends LitElement implements HostOptions {
  // The platform reflects these two by itself; it only doesn't tell of their changes.
  static override get observedAttributes() {
    // biome-ignore lint/complexity/noThisInStatic: Lit finalizes whichever class it's called on
    return [...super.observedAttributes, 'lang', 'dir'];
  }

  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Origin with an optional path prefix, without `/api/v1`. `/` is the page's own origin. */
  @property({ attribute: 'base-url' }) baseUrl = 'https://api.ravan.ai';
  /** Id of the organization; else the signed-in person's. */
  @property({ attribute: 'org-id' }) orgId?: string;
  /** How requests are signed: by `getToken`, or by the browser's cookies. */
  @property({ attribute: 'auth-mode' }) authMode: 'bearer' | 'cookie' = 'bearer';
  /** Any text that changes with the signed-in person. */
  @property({ attribute: 'user-key' }) userKey?: string;
  /** Where the signed-out state links to. */
  @property({ attribute: 'sign-in-url' }) signInUrl?: string;
  /** `auto` follows the page's own `color-scheme`. */
  @property() theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Milliseconds that one attempt of a request may take. */
  @property({ type: Number }) timeout = 15_000;
  /** Hands over a short-lived access token: `({ reason }) => token`, with `reason` `first` or `expired`. */
  @property({ attribute: false }) getToken?: HostOptions['getToken'];
  /** Sends the requests instead of the page's own `fetch`. */
  @property({ attribute: false }) fetch?: HostOptions['fetch'];
  /** Headers for every request, or a function that returns them; a CSRF token, for instance. */
  @property({ attribute: false }) headers?: HostOptions['headers'];
  /** Where assumed operations really are, by name: `{ method, path }`; `null` switches one off. */
  @property({ attribute: false }) endpoints?: HostOptions['endpoints'];
  /** Words that replace the kit's, by key. */
  @property({ attribute: false }) messages?: HostOptions['messages'];
  /** Where connecting GoHighLevel starts, from the id of the organization; else at the API. */
  @property({ attribute: false }) ghlStartUrl?: HostOptions['ghlStartUrl'];
  /** What is wrong with a new password, or `null`; may take its time. */
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
    // One that is moved is back within the task. Whoever sees it, or another one, later may be somebody else.
    queueMicrotask(() => this.isConnected || this.#host.leave());
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    if (name === 'lang' || name === 'dir') this.requestUpdate();
  }

  protected override willUpdate(): void {
    const { baseUrl, orgId, authMode, userKey, signInUrl, theme, timeout, lang, dir } = this;
    const { getToken, fetch, headers, endpoints, messages, ghlStartUrl, checkPassword } = this;
    this.#host.update({
      ...{ baseUrl, orgId, authMode, userKey, signInUrl, theme, timeout, lang, dir },
      ...{ getToken, fetch, headers, endpoints, messages, ghlStartUrl, checkPassword },
    });
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-provider': AgniProvider;
  }
}

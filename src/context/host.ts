import { type ClientOptions, createClient } from '../client/client.js';
import { emit } from '../events.js';
import type { HostMessages } from '../locales/messages.js';
import { ApiSession } from '../resources/api-session.js';

/** Options of a host page: attributes and properties of `<agni-provider>`, or arguments of `configure()`. */
export interface HostOptions extends Omit<ClientOptions, 'onSignedOut' | 'onUserChanged' | 'onPasswordChangeRequired'> {
  /** Where the signed-out state links to. The kit never navigates by itself. */
  readonly signInUrl?: string | undefined;
  /** `auto` (default) follows the page's own `color-scheme`. */
  readonly theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Language (BCP 47) and direction; otherwise those of the nearest ancestor. */
  readonly lang?: string | undefined;
  readonly dir?: string | undefined;
  /** The host's own words by key, such as `organization.heading`: for every language, or under a language tag. */
  readonly messages?: HostMessages | undefined;
  /** Returns the URL that starts connecting GoHighLevel for an organization. Synchronous, as a click calls it. */
  readonly ghlStartUrl?: ((orgId: string) => string) | undefined;
  /** The host's own check of a new password. Returns an error message, or `null` if the password is valid. */
  readonly checkPassword?: ((password: string) => string | null | Promise<string | null>) | undefined;
}

/** The context that the nearest host provides to an element. Every change creates a new object. */
export interface HostContext {
  readonly options: HostOptions;
  readonly session: ApiSession;
  /** `signOut` was called, or the API refused the user's credential and no new one could be obtained. */
  readonly isSignedOut: boolean;
  /** Shows the user the form that changes the password; `undefined` if no element on the page has such a form. */
  readonly goToPasswordChange: (() => void) | undefined;
  /**
   * Registers a function that shows the user the form that changes the password. The function registered first is used;
   * `isFirst` puts a function before all others. Returns a function that removes it.
   */
  readonly registerPasswordChangeTarget: (lead: () => void, isFirst?: boolean) => () => void;
  /** Drops all data of the user in every element, and shows the signed-out state. */
  readonly signOut: () => void;
  /** After {@link HostContext.signOut}, asks the API again who is signed in; otherwise does nothing. */
  readonly resume: () => void;
}

/**
 * Manages the session of one provider, or of the page. Another base URL, organization, user or auth mode starts a new
 * session, so that no data of the former session is shown and no request is sent for the former user.
 */
export class Host {
  readonly #target: EventTarget;
  readonly #publish: (hostContext: HostContext | undefined) => void;
  #options: HostOptions = {};
  #identity = '';
  #hostContext: HostContext | undefined;
  #close = (): void => undefined;
  #isPasswordChangeRequired = false;
  #passwordChangeTargets = new Set<() => void>();

  /** `target` fires the provider's events; `publish` is called with every new context. */
  constructor(target: EventTarget, publish: (hostContext: HostContext | undefined) => void) {
    this.#target = target;
    this.#publish = publish;
  }

  /** Applies new options. Replaced functions alone never cause a request. */
  update(options: HostOptions): void {
    const { baseUrl, orgId, userKey, authMode } = options;
    const identity = JSON.stringify([baseUrl, orgId, userKey, authMode]);
    this.#options = options;
    // Frameworks set functions shortly after the attributes; until then, no request can be signed.
    const canSign = authMode === 'cookie' || typeof options.getToken === 'function' || options.fetch;
    if (!canSign) this.leave();
    else if (this.#hostContext && identity === this.#identity) this.#change({ options });
    else this.#open(identity);
  }

  /** Drops the session and the access token until the next {@link update}. */
  leave(): void {
    this.#close();
    if (this.#hostContext) this.#become(undefined);
  }

  /** Refetches visible data now and other data when they are shown next, for instance after the page was hidden. */
  readonly refetch = (): void => this.#hostContext?.session.invalidate({ cancelRefetch: false });

  /** Reads the signed-in user, whom all elements need, while the code of elements is still being loaded. */
  readUser(): void {
    this.#hostContext?.session.me.refetchIfOutdated();
  }

  /** Refetches all data after a change of the password, because the API may have refused requests before. */
  readonly passwordChanged = (): void => {
    this.#isPasswordChangeRequired = false;
    this.#hostContext?.session.invalidate();
  };

  #open(identity: string, hasLeft = false): void {
    this.#close();
    this.#identity = identity;
    this.#isPasswordChangeRequired = false;
    const client = createClient(() => ({
      ...this.#options,
      onSignedOut: () => this.#setSignedOut(session, true),
      onUserChanged: () => this.#hostContext?.session === session && this.#open(this.#identity),
      onPasswordChangeRequired: () => {
        // A refetch gives elements that show data the same error.
        if (this.#requirePasswordChange(session)) this.refetch();
      },
    }));
    const session = new ApiSession(client, this.#options.orgId);
    let userId: string | undefined;
    session.me.addEventListener('change', () => {
      const { state } = session.me;
      if (state.status !== 'ready' || state.isStale) return;
      userId ??= state.value.id;
      if (userId !== state.value.id) return this.#open(this.#identity);
      if (state.value.must_change_password) this.#requirePasswordChange(session);
      // Another user may have signed in, so only an answer of `getCurrentUser` ends the signed-out state.
      this.#setSignedOut(session, false);
    });
    this.#close = () => client.close(); // later options must not sign requests of this session
    // After a sign-out, a token that the host still has must not sign the user in again.
    if (hasLeft) client.close();
    this.#become({
      options: this.#options,
      session,
      isSignedOut: hasLeft,
      goToPasswordChange: this.#goToPasswordChange,
      registerPasswordChangeTarget: this.#registerPasswordChangeTarget,
      signOut: () => this.#open(this.#identity, true),
      resume: () => {
        if (hasLeft && this.#hostContext?.session === session) this.#open(this.#identity);
      },
    });
  }

  /** Fires `agni-password-change-required` unless it fired before; returns whether it fired. */
  #requirePasswordChange(session: ApiSession): boolean {
    if (this.#isPasswordChangeRequired || this.#hostContext?.session !== session) return false;
    this.#isPasswordChangeRequired = true;
    emit(this.#target, 'agni-password-change-required');
    return true;
  }

  get #goToPasswordChange(): (() => void) | undefined {
    return this.#passwordChangeTargets.values().next().value;
  }

  readonly #registerPasswordChangeTarget = (lead: () => void, isFirst = false): (() => void) => {
    const others = this.#passwordChangeTargets;
    this.#passwordChangeTargets = new Set(isFirst ? [lead, ...others] : [...others, lead]);
    // In a microtask: elements register while their parent element renders, and a change would render the parent again.
    const publish = () => queueMicrotask(() => this.#change({ goToPasswordChange: this.#goToPasswordChange }));
    publish();
    return () => {
      this.#passwordChangeTargets.delete(lead);
      publish();
    };
  };

  #setSignedOut(session: ApiSession, isSignedOut: boolean): void {
    const now = this.#hostContext;
    if (now?.session !== session || now.isSignedOut === isSignedOut) return;
    this.#change({ isSignedOut });
    if (isSignedOut) emit(this.#target, 'agni-auth-required');
    else this.refetch(); // what was read before may be old
  }

  #change(part: Partial<HostContext>): void {
    if (this.#hostContext) this.#become({ ...this.#hostContext, ...part });
  }

  #become(hostContext: HostContext | undefined): void {
    this.#hostContext = hostContext;
    this.#publish(hostContext);
  }
}

/** Makes a host refetch whenever the page may have missed changes, until the returned function is called. */
export function watchPage({ refetch, passwordChanged }: Host): () => void {
  const unwatch = new AbortController();
  const { signal } = unwatch;
  const whenVisible = () => document.visibilityState === 'visible' && refetch();
  window.addEventListener('focus', whenVisible, { signal });
  window.addEventListener('online', refetch, { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && refetch(), { signal });
  document.addEventListener('visibilitychange', whenVisible, { signal });
  // The event may come from another provider on the page. Captured, so that no other listener can stop the event first.
  document.addEventListener('agni-password-changed', passwordChanged, { signal, capture: true });
  return () => unwatch.abort();
}

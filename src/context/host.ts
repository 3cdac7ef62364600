import { type ClientOptions, createClient } from '../client/client.js';
import { emit } from '../events.js';
import type { HostMessages } from '../locales/messages.js';
import { ApiSession } from '../resources/api-session.js';

/** What a host page can configure, by the attributes and properties of `<agni-provider>` or by `configure()`. */
export interface HostOptions extends Omit<ClientOptions, 'onSignedOut' | 'onUserChanged' | 'onPasswordChangeRequired'> {
  /** Where the signed-out state links to. The kit never navigates by itself. */
  readonly signInUrl?: string | undefined;
  /** `auto` (default) follows the page's own `color-scheme`. */
  readonly theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Language (BCP 47) and direction; otherwise those of the nearest ancestor. */
  readonly lang?: string | undefined;
  readonly dir?: string | undefined;
  /** The host's own words by key, such as `organization.heading`: for every language, or below the tag of one. */
  readonly messages?: HostMessages | undefined;
  /** Address at which connecting GoHighLevel starts for an organization. Called in a click, so it is synchronous. */
  readonly ghlStartUrl?: ((orgId: string) => string) | undefined;
  /** The host's own check of a new password: what is wrong with it, in words; `null` if nothing is. */
  readonly checkPassword?: ((password: string) => string | null | Promise<string | null>) | undefined;
}

/** What the nearest host provides to an element. A new object whenever anything in it changes. */
export interface HostContext {
  readonly options: HostOptions;
  readonly session: ApiSession;
  /** The API refused the user's credential, and no new one could be had. */
  readonly isSignedOut: boolean;
  /** Leads the user to the form that changes the password; `undefined` if no element on the page has one. */
  readonly goToPasswordChange: (() => void) | undefined;
  /**
   * Registers a function that leads the user to the form that changes the password. The first one registered is used; one
   * with `isFirst` goes before all others. Returns a function that removes it.
   */
  readonly registerPasswordChangeTarget: (lead: () => void, isFirst?: boolean) => () => void;
  /** Drops everything that is known of the user, in every element, and shows the signed-out state. */
  readonly signOut: () => void;
  /** After {@link HostContext.signOut}, asks the API again who is signed in; otherwise does nothing. */
  readonly resume: () => void;
}

/**
 * Keeps the session of one provider, or of the page. Another base URL, organization or user makes a new session, so that
 * no data of the former is shown and no request is sent in the former user's name.
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

  /** Takes over new options. New functions alone never cause a request. */
  update(options: HostOptions): void {
    const { baseUrl, orgId, userKey, authMode } = options;
    const identity = JSON.stringify([baseUrl, orgId, userKey, authMode]);
    this.#options = options;
    // Frameworks set functions a moment after the attributes; until then no request can be signed.
    const canSign = authMode === 'cookie' || typeof options.getToken === 'function' || options.fetch;
    if (!canSign) this.leave();
    else if (this.#hostContext && identity === this.#identity) this.#change({ options });
    else this.#open(identity);
  }

  /** Drops everything, the access token included, until the next {@link update}. */
  leave(): void {
    this.#close();
    if (this.#hostContext) this.#become(undefined);
  }

  /** Reads what is visible again, and everything else as soon as it is shown: for instance when the page was away. */
  readonly refetch = (): void => this.#hostContext?.session.invalidate({ cancelRefetch: false });

  /** Reads who is signed in while elements, which all need to know, are still being loaded. */
  readUser(): void {
    this.#hostContext?.session.me.refetchIfOutdated();
  }

  /** The password was changed: requests that the API refused before are sent again. */
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
        // Elements that show data learn of it from their own requests.
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
      // Another user may have signed in, so only the answer who it is ends the signed-out state.
      this.#setSignedOut(session, false);
    });
    this.#close = () => client.close(); // so that later options never sign a request of this session
    // A user who signed out is not signed in again by a token that the host still has.
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

  /** Fires `agni-password-change-required` once; returns whether it did now. */
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
    // Later, because elements register while the element around them renders, which it would have to do again.
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

/** Informs a host when the page may have missed changes, until the returned function is called. */
export function watchPage({ refetch, passwordChanged }: Host): () => void {
  const unwatch = new AbortController();
  const { signal } = unwatch;
  const whenVisible = () => document.visibilityState === 'visible' && refetch();
  window.addEventListener('focus', whenVisible, { signal });
  window.addEventListener('online', refetch, { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && refetch(), { signal });
  document.addEventListener('visibilitychange', whenVisible, { signal });
  // From anywhere on the page, also from another provider; capturing, so that no listener can stop the event before.
  document.addEventListener('agni-password-changed', passwordChanged, { signal, capture: true });
  return () => unwatch.abort();
}

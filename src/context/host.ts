import { type ClientOptions, createClient } from '../client/client.js';
import { emit } from '../events.js';
import type { Words } from '../locales/locale.js';
import { ApiSession } from '../resources/api-session.js';

/** Everything a page can say to the kit, by a provider's attributes and properties or by `configure()`. */
export interface HostOptions extends Omit<ClientOptions, 'onSignedOut' | 'onPasswordChangeRequired'> {
  /** Where the signed-out state links to. Nothing navigates by itself. */
  readonly signInUrl?: string | undefined;
  /** `auto` (default) follows the page's own `color-scheme`. */
  readonly theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Language (BCP 47) and direction; else the nearest ancestor's. */
  readonly lang?: string | undefined;
  readonly dir?: string | undefined;
  /** The host's own words by key, such as `organization.heading`. */
  readonly messages?: Words | undefined;
  /** Where connecting GoHighLevel starts for an organization. Called in a click, so it can't wait. */
  readonly ghlStartUrl?: ((orgId: string) => string) | undefined;
  /** The host's own objection to a new password, in words; `null` for none. */
  readonly checkPassword?: ((password: string) => string | null | Promise<string | null>) | undefined;
}

/** What a pane is given by the nearest host. A new object whenever anything in it changes. */
export interface HostContext {
  readonly options: HostOptions;
  readonly session: ApiSession;
  /** Nobody is signed in any more, and nobody could be. */
  readonly isSignedOut: boolean;
  /** Leads to where the password is changed; `undefined` where nothing here does that. */
  readonly goToPasswordChange: (() => void) | undefined;
  /**
   * Says that the password can be changed here, and how to be led there; one that `isFirst` is before all others. Answers
   * how to take that back.
   */
  readonly registerPasswordChangeTarget: (lead: () => void, isFirst?: boolean) => () => void;
  /** Takes note that somebody signed out: whatever was known of them goes, in every pane. */
  readonly signOut: () => void;
  /** After {@link Surroundings.signOut}, asks again who is signed in; else nothing. */
  readonly resume: () => void;
}

/**
 * Keeps the workspace of one provider, or of the page. Another base URL, organization or person makes a new one, so
 * that nothing of the former can be shown, or sent in somebody else's name.
 */
export class Host {
  readonly #target: EventTarget;
  readonly #publish: (hostContext: HostContext | undefined) => void;
  #options: HostOptions = {};
  #identity = '';
  #hostContext: HostContext | undefined;
  #close = (): void => undefined;
  #isPasswordChangeRequired = false;
  #passwordChanges = new Set<() => void>();

  /** `target` is where events of the whole fire; `publish` is told whenever something changed. */
  constructor(target: EventTarget, publish: (hostContext: HostContext | undefined) => void) {
    this.#target = target;
    this.#publish = publish;
  }

  /** Takes over new options. New functions alone never load anything again. */
  update(options: HostOptions): void {
    const { baseUrl, orgId, userKey, authMode } = options;
    const identity = JSON.stringify([baseUrl, orgId, userKey, authMode]);
    this.#options = options;
    // Without a way to sign a request there is nothing to ask for yet; frameworks hand functions over a moment later.
    const canSign = authMode === 'cookie' || options.getToken || options.fetch;
    if (!canSign) this.#drop();
    else if (this.#hostContext && identity === this.#identity) this.#change({ options });
    else this.#open(identity);
  }

  /** Lets go of everything, the access token included, until the next {@link update}. */
  leave(): void {
    this.#drop();
  }

  /** Asks anew for everything on screen, for instance because the page was away. */
  readonly revalidate = (): void => this.#hostContext?.session.revalidate();

  /** The password was changed: whatever was refused for want of that is asked for anew. */
  readonly passwordChanged = (): void => {
    this.#isPasswordChangeRequired = false;
    this.#hostContext?.session.reload();
  };

  #open(identity: string, hasLeft = false): void {
    this.#close();
    this.#identity = identity;
    this.#isPasswordChangeRequired = false;
    const client = createClient(() => ({
      ...this.#options,
      onSignedOut: () => this.#setSignedOut(session, true),
      onPasswordChangeRequired: () => {
        // Panes that have what they show find out too, and whose password it is.
        if (this.#requirePasswordChange(session)) session.revalidate();
      },
    }));
    const session = new ApiSession(client, this.#options.orgId);
    session.me.addEventListener('change', () => {
      const { state } = session.me;
      if (state.status === 'ready' && state.value.must_change_password) this.#requirePasswordChange(session);
    });
    session.addEventListener('person-change', () => this.#open(this.#identity));
    // Whoever signs in next may be somebody else, so only knowing who it is shows anything again.
    session.me.addEventListener('change', () => {
      const { state } = session.me;
      if (state.status === 'ready' && !state.error) this.#setSignedOut(session, false);
    });
    this.#close = () => client.close(); // so that later options never sign a request of this workspace
    // Whoever signed out doesn't want to be signed in again by the next token that happens to be there.
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

  /** Says once that a temporary password has to be changed; answers whether it was this time. */
  #requirePasswordChange(session: ApiSession): boolean {
    if (this.#isPasswordChangeRequired || this.#hostContext?.session !== session) return false;
    this.#isPasswordChangeRequired = true;
    emit(this.#target, 'agni-password-change-required');
    return true;
  }

  get #goToPasswordChange(): (() => void) | undefined {
    return this.#passwordChanges.values().next().value;
  }

  readonly #registerPasswordChangeTarget = (lead: () => void, isFirst = false): (() => void) => {
    const others = this.#passwordChanges;
    this.#passwordChanges = new Set(isFirst ? [lead, ...others] : [...others, lead]);
    this.#change({ goToPasswordChange: this.#goToPasswordChange });
    return () => {
      this.#passwordChanges.delete(lead);
      this.#change({ goToPasswordChange: this.#goToPasswordChange });
    };
  };

  #setSignedOut(session: ApiSession, isSignedOut: boolean): void {
    const now = this.#hostContext;
    if (now?.session !== session || now.isSignedOut === isSignedOut) return;
    this.#change({ isSignedOut });
    if (isSignedOut) emit(this.#target, 'agni-auth-required');
  }

  #drop(): void {
    this.#close();
    if (this.#hostContext) this.#become(undefined);
  }

  #change(part: Partial<HostContext>): void {
    if (this.#hostContext) this.#become({ ...this.#hostContext, ...part });
  }

  #become(hostContext: HostContext | undefined): void {
    this.#hostContext = hostContext;
    this.#publish(hostContext);
  }
}

/** Tells a host whenever the page may have missed something, until the returned function is called. */
export function watchPage({ revalidate, passwordChanged }: Host): () => void {
  const whenVisible = () => document.visibilityState === 'visible' && revalidate();
  const whenRestored = ({ persisted }: PageTransitionEvent) => persisted && revalidate();
  window.addEventListener('focus', whenVisible);
  window.addEventListener('online', revalidate);
  window.addEventListener('pageshow', whenRestored);
  document.addEventListener('visibilitychange', whenVisible);
  // Wherever on the page, in another provider too; captured, so that no listener on the way can keep it from here.
  document.addEventListener('agni-password-changed', passwordChanged, true);
  return () => {
    window.removeEventListener('focus', whenVisible);
    window.removeEventListener('online', revalidate);
    window.removeEventListener('pageshow', whenRestored);
    document.removeEventListener('visibilitychange', whenVisible);
    document.removeEventListener('agni-password-changed', passwordChanged, true);
  };
}

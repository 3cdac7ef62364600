import { type ClientOptions, createClient } from '../client/client.js';
import { emit } from '../events.js';
import type { Words } from '../locales/locale.js';
import { Workspace } from '../resources/workspace.js';

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
export interface Surroundings {
  readonly options: HostOptions;
  readonly workspace: Workspace;
  /** Nobody is signed in any more, and nobody could be. */
  readonly isSignedOut: boolean;
}

/**
 * Keeps the workspace of one provider, or of the page. Another base URL, organization or person makes a new one, so
 * that nothing of the former can be shown, or sent in somebody else's name.
 */
export class Host {
  readonly #target: EventTarget;
  readonly #publish: (surroundings: Surroundings | undefined) => void;
  #options: HostOptions = {};
  #identity = '';
  #surroundings: Surroundings | undefined;
  #close = (): void => undefined;
  #asksForPasswordChange = false;

  /** `target` is where events of the whole fire; `publish` is told whenever something changed. */
  constructor(target: EventTarget, publish: (surroundings: Surroundings | undefined) => void) {
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
    else if (this.#surroundings && identity === this.#identity) this.#become({ ...this.#surroundings, options });
    else this.#open(identity);
  }

  /** Lets go of everything, the access token included, until the next {@link update}. */
  leave(): void {
    this.#drop();
  }

  /** Asks anew for everything on screen, for instance because the page was away. */
  readonly revalidate = (): void => this.#surroundings?.workspace.revalidate();

  #open(identity: string): void {
    this.#close();
    this.#identity = identity;
    this.#asksForPasswordChange = false;
    const client = createClient(() => ({
      ...this.#options,
      onSignedOut: () => this.#setSignedOut(workspace, true),
      onPasswordChangeRequired: () => {
        if (!this.#asksForPasswordChange) emit(this.#target, 'agni-password-change-required');
        this.#asksForPasswordChange = true;
      },
    }));
    const workspace = new Workspace(client, this.#options.orgId);
    workspace.addEventListener('person-change', () => this.#open(this.#identity));
    // Whoever signs in next may be somebody else, so only knowing who it is shows anything again.
    workspace.me.addEventListener('change', () => {
      const { state } = workspace.me;
      if (state.status === 'ready' && !state.error) this.#setSignedOut(workspace, false);
    });
    this.#close = () => client.close(); // so that later options never sign a request of this workspace
    this.#become({ options: this.#options, workspace, isSignedOut: false });
  }

  #setSignedOut(workspace: Workspace, isSignedOut: boolean): void {
    const now = this.#surroundings;
    if (now?.workspace !== workspace || now.isSignedOut === isSignedOut) return;
    this.#become({ ...now, isSignedOut });
    if (isSignedOut) emit(this.#target, 'agni-auth-required');
  }

  #drop(): void {
    this.#close();
    if (this.#surroundings) this.#become(undefined);
  }

  #become(surroundings: Surroundings | undefined): void {
    this.#surroundings = surroundings;
    this.#publish(surroundings);
  }
}

/** Calls `revalidate` whenever the page may have missed something, until the returned function is called. */
export function watchPage(revalidate: () => void): () => void {
  const whenVisible = () => document.visibilityState === 'visible' && revalidate();
  const whenRestored = ({ persisted }: PageTransitionEvent) => persisted && revalidate();
  window.addEventListener('focus', whenVisible);
  window.addEventListener('online', revalidate);
  window.addEventListener('pageshow', whenRestored);
  document.addEventListener('visibilitychange', whenVisible);
  return () => {
    window.removeEventListener('focus', whenVisible);
    window.removeEventListener('online', revalidate);
    window.removeEventListener('pageshow', whenRestored);
    document.removeEventListener('visibilitychange', whenVisible);
  };
}

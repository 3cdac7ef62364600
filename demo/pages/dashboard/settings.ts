import 'agni-settings/settings';
import type { AgniProvider, AgniSettings } from 'agni-settings';
import type { User } from 'agni-settings/contract';
import { byId } from './by-id.js';
import type { Session } from './session.js';

/** Titles of the kit's panes, by the name in the address. */
const titles: Record<string, string> = {
  organization: 'Organization',
  profile: 'Profile',
  security: 'Security',
  'api-keys': 'API Keys',
  users: 'Users',
  'invite-user': 'Invite User',
  integrations: 'Integrations',
  'api-reference': 'API Reference',
};

/** The settings of the product: the kit's hub, which follows the address by itself. */
export class Settings {
  readonly #session: Session;
  readonly #screen = byId('settings', HTMLElement);
  readonly #provider = this.#screen.querySelector('agni-provider') as AgniProvider;

  /** `lapsed` is called when the kit couldn't get a new token; `mustChangePassword` when the server wants that first. */
  constructor(session: Session, lapsed: () => void, mustChangePassword: () => void) {
    this.#session = session;
    this.#provider.addEventListener('agni-auth-required', lapsed);
    this.#provider.addEventListener('agni-password-change-required', mustChangePassword);
  }

  /** Title of a pane; `undefined` for a name that is none. */
  titleOf(name: string): string | undefined {
    return Object.hasOwn(titles, name) ? titles[name] : undefined;
  }

  get #hub(): AgniSettings | null {
    return this.#provider.querySelector('agni-settings');
  }

  /** Whether something was typed that isn't saved. */
  get isDirty(): boolean {
    return this.#hub?.dirty ?? false;
  }

  get isShown(): boolean {
    return !this.#screen.hidden;
  }

  /** Says to the kit who is signed in. What was typed before the same person's session lapsed is still there. */
  begin(user: User): void {
    this.#provider.userKey = user.id;
    this.#provider.getToken = this.#session.getToken;
    void this.#hub?.refresh();
  }

  /** Takes everything of the signed-in person off the page. */
  clear(): void {
    this.#provider.replaceChildren();
    this.#provider.getToken = undefined;
  }

  show(name: string): void {
    if (!this.#hub) this.#provider.append(this.#makeHub());
    if (this.#hub) this.#hub.pane = name;
    this.#screen.hidden = false;
  }

  #makeHub(): AgniSettings {
    const hub = document.createElement('agni-settings');
    hub.routing = 'hash';
    hub.headingLevel = 1;
    return hub;
  }

  hide(): void {
    this.#screen.hidden = true;
  }

  /** Forgets what was typed and not saved. */
  discard(): void {
    this.#hub?.reset();
  }

  /** Leads the reader to the open pane. */
  async focus(): Promise<void> {
    await this.#hub?.updateComplete;
    this.#hub?.focus();
  }
}

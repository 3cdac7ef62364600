import 'agni-settings/settings';
import type { AgniProvider, AgniSettings } from 'agni-settings';
import type { User } from 'agni-settings/contract';
import { byId } from './by-id.js';
import type { Session } from './session.js';

/** The kit's hub, which follows the page's hash by itself. */
export class Settings {
  readonly #session: Session;
  readonly #screen = byId('settings', HTMLElement);
  /** Ids of the kit's panes. */
  readonly #panes = new Set(document.createElement('agni-settings').panes.split(' '));
  readonly #provider = this.#screen.querySelector('agni-provider') as AgniProvider;

  /** `onExpired`: there is no valid token; `onPasswordChangeRequired`: the server requires a new password first. */
  constructor(session: Session, onExpired: () => void, onPasswordChangeRequired: () => void) {
    this.#session = session;
    this.#provider.addEventListener('agni-auth-required', onExpired);
    this.#provider.addEventListener('agni-password-change-required', onPasswordChangeRequired);
  }

  /** The title of the pane that a name begins with, as in `integrations/ghl`; `undefined` for another name. */
  titleOf(name: string): string | undefined {
    const pane = paneOf(name);
    if (!this.#panes.has(pane)) return undefined;
    return pane.replaceAll('-', ' ').replace(/\bapi\b|\b\w/g, (text) => text.toUpperCase());
  }

  get #hub(): AgniSettings | null {
    return this.#provider.querySelector('agni-settings');
  }

  /** Whether there are unsaved changes. */
  get isDirty(): boolean {
    return this.#hub?.dirty ?? false;
  }

  get isShown(): boolean {
    return !this.#screen.hidden;
  }

  /** Connects the kit to the session. Unsaved changes of the same user are kept. */
  start(user: User): void {
    this.#provider.userKey = user.id;
    this.#provider.getToken = this.#session.getToken;
    void this.#hub?.refresh();
  }

  /** Removes everything of the signed-in user from the page. */
  clear(): void {
    this.#provider.replaceChildren();
    this.#provider.getToken = undefined;
  }

  show(name: string): void {
    if (!this.#hub) this.#provider.append(this.#createHub());
    if (this.#hub) this.#hub.pane = paneOf(name);
    this.#screen.hidden = false;
  }

  #createHub(): AgniSettings {
    const hub = document.createElement('agni-settings');
    hub.routing = 'hash';
    hub.headingLevel = 1;
    return hub;
  }

  hide(): void {
    this.#screen.hidden = true;
  }

  /** Discards unsaved changes. */
  discard(): void {
    this.#hub?.reset();
  }

  /** Moves focus to the open pane. */
  async focus(): Promise<void> {
    await this.#hub?.updateComplete;
    this.#hub?.focus();
  }
}

/** The pane of a name. Text after a slash names a place in the pane, which the hub opens. */
function paneOf(name: string): string {
  return name.split('/', 1)[0] ?? '';
}

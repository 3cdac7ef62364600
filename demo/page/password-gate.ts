import 'agni-settings/provider';
import 'agni-settings/change-password';
import type { AgniProvider } from 'agni-settings';
import { byId } from './by-id.js';
import type { Session } from './session.js';

/** What stands before everything else as long as somebody's password is a temporary one: the kit's way to change it. */
export class PasswordGate {
  readonly #session: Session;
  readonly #screen = byId('password-change', HTMLElement);
  readonly #provider = this.#screen.querySelector('agni-provider') as AgniProvider;

  /** `changed` is called once the new password is in force, `lapsed` when the kit couldn't get a new token. */
  constructor(session: Session, changed: () => void, lapsed: () => void) {
    this.#session = session;
    this.#provider.addEventListener('agni-password-changed', changed);
    this.#provider.addEventListener('agni-auth-required', lapsed);
  }

  /** Shows it to a person, by their id, and leads them there. */
  open(person: string): void {
    this.#provider.userKey = person;
    this.#provider.getToken = this.#session.getToken;
    const pane = document.createElement('agni-change-password');
    pane.setAttribute('no-heading', '');
    this.#provider.replaceChildren(pane);
    this.#screen.hidden = false;
    this.#screen.querySelector('h1')?.focus();
  }

  /** Takes it away, with whatever was typed. */
  close(): void {
    this.#screen.hidden = true;
    this.#provider.replaceChildren();
    this.#provider.getToken = undefined;
  }
}

import type { User } from 'agni-settings/contract';
import { byId } from './by-id.js';

/** The signed-in user at the foot of the side bar, and the menu behind the name. */
export class ProfileMenu {
  readonly #button = byId('profile', HTMLButtonElement);
  readonly #menu = byId('profile-menu', HTMLElement);

  /** `signOut` is called when "Sign Out" is chosen. */
  constructor(signOut: () => void) {
    byId('sign-out', HTMLButtonElement).addEventListener('click', signOut);
    // The item that gets focus when the menu opens. In the markup `autofocus` would apply to the page.
    for (const item of this.#items.slice(0, 1)) item.autofocus = true;
    this.#menu.addEventListener('click', () => this.#menu.hidePopover());
    this.#menu.addEventListener('keydown', this.#move);
    this.#menu.addEventListener('focusout', this.#leave);
    this.#button.addEventListener('keydown', this.#open);
  }

  show(user: User): void {
    const names = [user.first_name, user.last_name].filter((name) => name !== undefined && name !== '');
    byId('user-name', HTMLElement).textContent = names.join(' ') || user.email;
    byId('user-email', HTMLElement).textContent = names.length ? user.email : '';
    // By code points: a name may begin with a surrogate pair.
    const initials = (names.length ? names : [user.email]).map((name) => [...(name ?? '')][0]).join('');
    byId('initials', HTMLElement).textContent = initials.toLocaleUpperCase();
  }

  get #items(): HTMLElement[] {
    return [...this.#menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  readonly #open = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#menu.showPopover();
    this.#items.at(event.key === 'ArrowDown' ? 0 : -1)?.focus();
  };

  readonly #move = (event: KeyboardEvent): void => {
    const items = this.#items;
    const now = items.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  };

  readonly #leave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget && !this.#menu.contains(relatedTarget as Node) && relatedTarget !== this.#button) {
      this.#menu.hidePopover();
    }
  };
}

import 'agni-settings/provider';
import 'agni-settings/org-settings';
import 'agni-settings/security';
import 'agni-settings/profile';
import 'agni-settings/api-keys';
import 'agni-settings/users';
import 'agni-settings/invite-user';
import 'agni-settings/integrations';
import type { AgniOrgSettings, AgniProvider } from 'agni-settings';
import type { User } from 'agni-settings/contract';
import { byId } from './by-id.js';
import type { Session } from './session.js';

/** The panes of the kit that the product shows, by the name in the address. */
const panes = {
  organization: { tag: 'agni-org-settings', title: 'Organization' },
  security: { tag: 'agni-security', title: 'Security' },
  profile: { tag: 'agni-profile', title: 'Profile' },
  'api-keys': { tag: 'agni-api-keys', title: 'API Keys' },
  users: { tag: 'agni-users', title: 'Users' },
  'invite-user': { tag: 'agni-invite-user', title: 'Invite User' },
  integrations: { tag: 'agni-integrations', title: 'Integrations' },
} as const;

/** What every pane has. */
type Pane = HTMLElement & Pick<AgniOrgSettings, 'dirty' | 'refresh' | 'updateComplete'>;

/** The settings of the product: the kit's panes, one at a time, and the way to each. */
export class Settings {
  readonly #session: Session;
  readonly #screen = byId('settings', HTMLElement);
  readonly #place = byId('pane', HTMLElement);
  readonly #provider = this.#screen.querySelector('agni-provider') as AgniProvider;

  /** `lapsed` is called when the kit couldn't get a new token; `mustChangePassword` when the server wants that first. */
  constructor(session: Session, lapsed: () => void, mustChangePassword: () => void) {
    this.#session = session;
    this.#provider.addEventListener('agni-auth-required', lapsed);
    this.#provider.addEventListener('agni-password-change-required', mustChangePassword);
  }

  /** Title of a pane; `undefined` for a name that is none. */
  titleOf(name: string): string | undefined {
    return Object.hasOwn(panes, name) ? panes[name as keyof typeof panes].title : undefined;
  }

  get #pane(): Pane | null {
    return this.#place.firstElementChild as Pane | null;
  }

  /** Whether something was typed that isn't saved. */
  get isDirty(): boolean {
    return this.#pane?.dirty ?? false;
  }

  /** Says to the kit who is signed in. What was typed before the same person's session lapsed is still there. */
  begin(user: User): void {
    this.#provider.userKey = user.id;
    this.#provider.getToken = this.#session.getToken;
    void this.#pane?.refresh();
  }

  /** Takes everything of the signed-in person off the page. */
  clear(): void {
    this.#place.replaceChildren();
    this.#provider.getToken = undefined;
  }

  show(name: string): void {
    const { tag } = panes[name as keyof typeof panes];
    if (this.#pane?.localName !== tag) this.#place.replaceChildren(document.createElement(tag));
    this.#screen.hidden = false;
  }

  hide(): void {
    this.#place.replaceChildren();
    this.#screen.hidden = true;
  }

  /** Leads the reader to the pane's heading. */
  async focus(): Promise<void> {
    await this.#pane?.updateComplete;
    this.#pane?.focus();
  }
}

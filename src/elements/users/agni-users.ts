import { html, nothing, type PropertyValues } from 'lit';
import { requestPane } from '../../events.js';
import { allUsers, isFiltered, type UserFilter } from '../../resources/users.js';
import { avatars } from '../../theme/avatars.js';
import { base } from '../../theme/base.js';
import { controls } from '../../theme/controls.js';
import { filters } from '../../theme/filters.js';
import { rows } from '../../theme/rows.js';
import { tables } from '../../theme/tables.js';
import { tabStyles } from '../../theme/tabs.js';
import { RowFocusController } from '../../ui/row-focus-controller.js';
import { tabs } from '../../ui/tabs.js';
import { AgniPane } from '../base/agni-pane.js';
import { LazyPart } from '../base/lazy-part.js';
import { styles } from './agni-users.styles.js';
import { en } from './en.js';
import { Members } from './members.js';
import type { UsersContext } from './users-context.js';

type Dialogs = import('./dialogs.lazy.js').UserDialogs;

/** The filter of each place that an address or the check-up can open. */
const filteredPlaces: Readonly<Record<string, Partial<UserFilter>>> = {
  'two-factor-off': { two_factor: 'off' },
  owners: { role: 'OWNER' },
};

/** Keys of the labels that the hub's search finds, by place. */
const labels = { search: 'search', pending: 'pending', roles: 'roles' } as const;

/**
 * Lists the users of the workspace, changes their roles and removes them, and shows who is invited and what roles permit.
 * @element agni-users
 * @fires agni-navigate - the user wants to invite someone; cancelable. The hub opens its
 *   pane `invite-user`; a page without a hub goes there its own way
 * @fires agni-before-change-user-role - about to change a user's role; cancelable
 * @fires agni-before-remove-user - about to remove a user; cancelable
 * @fires agni-before-resend-invitation - about to send an invitation again;
 *   cancelable
 * @fires agni-before-revoke-invitation - about to revoke an invitation; cancelable
 * @fires agni-user-role-changed - a user has another role, the one in `role`
 * @fires agni-user-removed - a user was removed
 * @fires agni-invitation-resent - an invitation was sent again
 * @fires agni-invitation-revoked - an invitation was revoked
 * @csspart table - the table of users or invitations
 * @csspart cell - a cell of such a table
 * @csspart row - one user or invitation
 * @csspart avatar - the initials of a user
 * @csspart badge-warning - a status to review
 * @csspart meter - how many seats are used
 * @csspart menu - the menu of a row
 * @csspart menu-item - an action in such a menu
 * @csspart pager - the buttons below a table of several pages
 * @csspart empty - the text in place of a table without rows
 */
export class AgniUsers extends AgniPane<typeof en> {
  static override styles = [base, controls, rows, tables, tabStyles, avatars, filters, styles];

  protected readonly words = { prefix: 'users', table: en, labels };
  protected override readonly skeletonCount = 3;

  readonly #members = new Members(this.context);
  protected override readonly needs = [this.#members.page];
  /** Number of users without a filter, if known. */
  #memberCount: number | undefined;
  #tab = 'users';
  readonly #dialogs = new LazyPart(
    this,
    async () => {
      const { UserDialogs, dialogsStyles } = await import('./dialogs.lazy.js');
      this.adopt(...dialogsStyles);
      return new UserDialogs(this.context);
    },
    () => this.state === 'ready',
  );

  constructor() {
    super();
    new RowFocusController(this);
    this.addEventListener('agni-user-removed', () => {
      this.#memberCount = undefined;
    });
    this.addSessionObserver({ onSessionChange: this.#forget, onSignedOut: this.#forget });
  }

  /**
   * Which users are shown, and in which order. Setting the filter opens the tab "Members" with the users that match,
   * such as those without two-factor authentication for `{ two_factor: 'off' }`. Omitted properties don't filter.
   */
  get filter(): UserFilter {
    return this.#members.filter;
  }

  set filter(filter: Partial<UserFilter>) {
    this.#members.filter = { ...allUsers, ...filter };
    this.#tab = 'users';
  }

  /** Whether rows have a menu. In the menu, an action that is not possible shows the reason. */
  get #mayChangeUsers(): boolean {
    return !this.readonly && (this.can('users:update_role') || this.can('users:remove'));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const page = this.#members.page.value;
    if (page && !isFiltered(page.filter)) this.#memberCount = page.total;
  }

  protected override renderAction() {
    const { t } = this.locale;
    const canInvite = !this.readonly && this.can('users:invite') && this.session?.client.offers('inviteUser');
    return html`<span class="row"
      ><button
        class="secondary"
        part="button"
        .textContent=${t(this.#dialogs.part?.isExporting ? 'stopExport' : 'export')}
        @click=${() => this.#use((dialogs) => dialogs.toggleExport())}
      ></button
      >${
        canInvite
          ? html`<button class="primary" part="button button-primary" .textContent=${t('invite')} @click=${this.#invite}></button>`
          : nothing
      }</span
    >`;
  }

  protected override renderContent() {
    const { t, lang } = this.locale;
    const { part } = this.#dialogs;
    const tab = (id: 'users' | 'pending' | 'roles', count: number | undefined, render: () => unknown) => ({
      ...{ id, label: t(id), count: count?.toLocaleString(lang) ?? (id === 'roles' ? undefined : '\u2007') },
      content: this.#tab === id ? render() : nothing,
      isText: id === 'roles',
    });
    return html`${this.renderLazyFailure(this.#dialogs)}
      <div class="views">
        <div class="seats">${part?.renderSeats()}</div>
        ${tabs(
          t('views'),
          [
            tab('users', this.#memberCount, () => this.#renderMembers()),
            tab('pending', part?.pending.count, () => part?.pending.render()),
            tab('roles', undefined, () => part?.renderRoles()),
          ],
          this.#tab,
          this.#choose,
        )}
      </div>
    `;
  }

  #renderMembers() {
    const { part } = this.#dialogs;
    return html`${this.#members.render({
      roles: part?.roles ?? ['OWNER', 'ADMIN', 'MEMBER'],
      resultOf: (page, isOnePage) => part?.resultOf(page, isOnePage),
      showPermissions: (user) => this.#use((dialogs) => dialogs.showPermissions(user)),
      openMenu: (user, button) => this.#use((dialogs) => dialogs.openMenu(user, button)),
    })}${this.#mayChangeUsers ? nothing : html`<p class="muted note">${part?.whyNotChange}</p>`}`;
  }

  protected override renderDialogs() {
    return this.#dialogs.part?.render() ?? nothing;
  }

  readonly #choose = (tab: string): void => {
    this.#tab = tab;
    void this.#dialogs.load();
    this.requestUpdate();
  };

  readonly #invite = () => void requestPane(this, 'invite-user');

  async #use(act: (dialogs: Dialogs) => void): Promise<void> {
    const dialogs = await this.#dialogs.load();
    if (dialogs) act(dialogs);
  }

  protected override get context(): UsersContext {
    return {
      ...super.context,
      pane: this,
      me: () => this.me.value,
      list: () => this.#members.list,
      isStale: () => this.#members.page.isStale,
      current: (user) => this.#members.current(user),
      mayChangeUsers: () => this.#mayChangeUsers,
    };
  }

  /** As in every pane. Also, `two-factor-off` and `owners` filter the users; `pending` and `roles` open their tab. */
  override show(place: string): boolean {
    const filter = filteredPlaces[place];
    if (filter) this.filter = filter;
    else if (place === 'pending' || place === 'roles') this.#choose(place);
    else return super.show(place);
    const selector = filter ? `[name=${Object.keys(filter)[0]}]` : `#${place}-tab`;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
    return true;
  }

  readonly #forget = (): void => {
    this.#members.forget();
    this.#memberCount = undefined;
    this.#tab = 'users';
  };

  /** Shows all users again, and closes open dialogs. */
  override reset(): void {
    this.#members.showAll();
    this.#dialogs.part?.reset();
    super.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-users': AgniUsers;
  }
}

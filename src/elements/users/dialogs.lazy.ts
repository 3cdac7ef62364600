import { html, nothing } from 'lit';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { capabilitiesOf } from '../../contract/roles.js';
import type { Locale } from '../../locales/locale.js';
import { fullName } from '../../resources/full-name.js';
import type { ListPage } from '../../resources/paged-list.js';
import type { AssignableRole } from '../../resources/user-mutations.js';
import { isFiltered, type UserFilter } from '../../resources/users.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { Menu } from '../../ui/menu.js';
import { meter } from '../../ui/meter.js';
import { permissionList } from '../base/permission-list.js';
import { ChangeRole } from './change-role.js';
import { dialogsEn } from './dialogs.en.js';
import { type DialogsContext, dialogsContext } from './dialogs-context.js';
import { PendingInvitations } from './pending-invitations.js';
import { createUserRemoval } from './remove-user.js';
import { RolesAndSeats } from './roles-and-seats.js';
import { UserExport } from './user-export.js';
import { userMenu } from './user-menu.js';
import type { UsersContext } from './users-context.js';

export { dialogsStyles } from './dialogs.styles.js';

/** Words that are loaded after the table. */
export type DialogsWords = Locale<typeof dialogsEn>;

/** Everything of the users pane except the table of users: menus, dialogs, export, seats and the other tabs. */
export class UserDialogs implements SessionObserver {
  readonly pending: PendingInvitations;
  readonly #context: DialogsContext;
  readonly #rolesAndSeats: RolesAndSeats;
  readonly #roleChange: ChangeRole;
  readonly #removal: ReturnType<typeof createUserRemoval>;
  readonly #export: UserExport;
  readonly #menu: Menu;
  /** The user whose permissions are shown. */
  #permitted: User | undefined;

  constructor(paneContext: UsersContext) {
    const context = dialogsContext(paneContext);
    const words = () => this.#words;
    this.#context = context;
    this.#rolesAndSeats = new RolesAndSeats(context);
    this.#roleChange = new ChangeRole(context, this.#rolesAndSeats, words);
    this.#removal = createUserRemoval(context, this.#rolesAndSeats, words);
    this.#export = new UserExport(context, words);
    this.#menu = new Menu(context.pane);
    this.pending = new PendingInvitations(context, this.#menu);
    context.pane.addSessionObserver(this);
  }

  get #words(): DialogsWords {
    return this.#context.locale().sibling(dialogsEn);
  }

  /** Ids of all roles. */
  get roles(): readonly string[] {
    return this.#rolesAndSeats.roles.map(({ id }) => id);
  }

  get isExporting(): boolean {
    return this.#export.isRunning;
  }

  toggleExport(): void {
    this.#export.toggle();
  }

  /** Why rows have no menu. */
  get whyNotChange(): string {
    return this.#context.pane.readonly ? this.#context.shared().t('readonly') : this.#words.t('mayNotChange');
  }

  /** How many users match the filter, unless the pager shows the number; or that the server ignored the filter. */
  resultOf({ total, filter, items }: ListPage<User, UserFilter>, isOnePage: boolean): string {
    const { t } = this.#words;
    if (!isFiltered(filter)) return '';
    const isOff = filter.two_factor === 'off';
    if (filter.two_factor && items.some((user) => user.two_factor_enabled === isOff)) return t('filterIgnored');
    return total === undefined || !isOnePage ? '' : t('found', { count: total });
  }

  /** Opens the menu of a user's row below its button. */
  openMenu(user: User, button: HTMLButtonElement): void {
    void this.#menu.open(button, () => this.#actionsFor(user));
  }

  /** The actions for a user. The change of the role comes first. */
  #actionsFor(user: User) {
    const actions = {
      changeRole: (subject: User, proposed?: AssignableRole) => this.#roleChange.open(subject, proposed),
      remove: (subject: User) => this.#removal.open(subject),
    };
    const current = this.#context.current(user) ?? user;
    return userMenu(current, this.#context, this.#rolesAndSeats, this.#words, actions);
  }

  showPermissions(user: User): void {
    this.#permitted = user;
    this.#context.pane.requestUpdate();
  }

  /** The menu, and the open dialog if there is one. */
  render() {
    return [
      this.#menu.render(),
      this.#roleChange.render(),
      this.#removal.render(),
      this.pending.renderDialogs(),
      this.#renderPermissions(),
    ];
  }

  #renderPermissions() {
    if (!this.#permitted) return nothing;
    const user = this.#context.current(this.#permitted) ?? this.#permitted;
    const { t } = this.#words;
    const permissions = user.permissions ?? [...capabilitiesOf(user)];
    const [change] = this.#actionsFor(user);
    const canChange = this.#context.mayChangeUsers() && change && !change.blockedReason;
    const changeRole = (event: Event) => {
      closeDialog(event); // moves focus back to the role, so that the next dialog returns focus there too
      this.#closePermissions();
      change?.select();
    };
    return dialog({
      heading: this.#context.locale().fill('permissionsOf', { name: bidiIsolate(fullName(user)) }),
      description: html`${bidiIsolate(user.email)} · <bdi translate="no">${user.role}</bdi>`,
      closed: this.#closePermissions,
      content: html`
        <dl>${permissionList(permissions, this.#context.shared())}</dl>
        <div class="row">
          <button class="secondary" part="button" autofocus @click=${closeDialog}>${t('close')}</button>
          ${canChange ? html`<button class="secondary" part="button" @click=${changeRole}>${change.label}</button>` : nothing}
        </div>
      `,
    });
  }

  readonly #closePermissions = (): void => {
    this.#permitted = undefined;
    this.#context.pane.requestUpdate();
  };

  /** How many seats members and pending invitations use, and how many the plan has, if known. */
  renderSeats() {
    const { seats: used, maxSeats: limit } = this.#rolesAndSeats;
    const { t } = this.#words;
    if (used === undefined) return nothing;
    if (limit === undefined) return html`<span>${t('seats')}: ${t('seatsUsed', { count: used })}</span>`;
    return meter({ label: t('seats'), text: t('seatsOf', { used, limit }), value: used, limit });
  }

  /** The permissions of each role. */
  renderRoles() {
    const { headingLevel, noHeading } = this.#context.pane;
    const level = Math.min(6, headingLevel + (noHeading ? 0 : 1));
    return html`<div class="stack">
      ${this.#rolesAndSeats.roles.map(
        (role) => html`<section class="card">
          <div>
            <p class="role-name" role="heading" aria-level=${level}><bdi translate="no">${role.id}</bdi></p>
            <p class="muted">${this.#rolesAndSeats.describe(role)}</p>
          </div>
          <dl>${permissionList(role.permissions, this.#context.shared())}</dl>
        </section>`,
      )}
    </div>`;
  }

  /** Closes open dialogs. */
  reset(): void {
    this.#roleChange.reset();
    this.#removal.reset();
    this.pending.reset();
    this.#closePermissions();
  }

  onSessionChange(): void {
    this.#closePermissions();
  }

  onSignedOut(): void {
    this.#closePermissions();
  }
}

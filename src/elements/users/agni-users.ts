import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ResourceController } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { allUsers, type UserList, userList } from '../../resources/users.js';
import { base } from '../../theme/base.js';
import { controls } from '../../theme/controls.js';
import { lists } from '../../theme/lists.js';
import { tables } from '../../theme/tables.js';
import { tabStyles } from '../../theme/tabs.js';
import { listPager } from '../../ui/pager.js';
import { RowFocusController } from '../../ui/row-focus-controller.js';
import { tabs } from '../../ui/tabs.js';
import { AgniPane } from '../base/agni-pane.js';
import { LazyPart } from '../base/lazy-part.js';
import { styles } from './agni-users.styles.js';
import { en } from './en.js';
import { type BlockedReason, blockedReasonOf } from './permissions.js';
import { type Arrangement, arranged, type Order, userFilters } from './user-filters.js';
import { columns, userRow } from './user-row.js';
import type { UsersContext } from './users-context.js';

type Dialogs = import('./dialogs.lazy.js').UserDialogs;

/** Milliseconds without a further key after which a search is sent. */
const typingPause = 300;

const unarranged: Arrangement = { order: 'joined', isTwoFactorOff: false };

/**
 * Lists everyone with access to the workspace, changes their roles and removes them, and shows who is invited.
 * @element agni-users
 * @fires {CustomEvent<PersonDetail & Holdable>} agni-before-change-user-role - about to give a person another role;
 *   cancelable
 * @fires {CustomEvent<PersonDetail & Holdable>} agni-before-remove-user - about to take a person's access away; cancelable
 * @fires {CustomEvent<PersonDetail & Holdable>} agni-before-resend-invitation - about to mail an invitation once more;
 *   cancelable
 * @fires {CustomEvent<PersonDetail & Holdable>} agni-before-revoke-invitation - about to take an invitation back; cancelable
 * @fires {CustomEvent<PersonDetail>} agni-user-role-changed - a person has another role, the one in `role`
 * @fires {CustomEvent<PersonDetail>} agni-user-removed - a person has no access any more
 * @fires {CustomEvent<PersonDetail>} agni-invitation-resent - an invitation was mailed once more
 * @fires {CustomEvent<PersonDetail>} agni-invitation-revoked - an invitation was taken back
 * @csspart table - the table of people
 * @csspart cell - a cell of it
 * @csspart row - one person
 * @csspart badge - a status, or which row is one's own
 */
export class AgniUsers extends AgniPane<typeof en> {
  static override styles = [base, controls, lists, tables, tabStyles, styles];

  protected readonly words = { prefix: 'users', table: en };

  #list: UserList | undefined;
  readonly #page = new ResourceController(this, (session) => {
    if (this.#list?.session !== session) this.#list = userList(session);
    return this.#list.page;
  });
  protected override readonly needs = [this.#page];
  #tab = 'users';
  /** As it was typed; what is sent may be shorter. */
  #search = '';
  #arrangement = unarranged;
  // Loaded once the table is shown.
  readonly #dialogs = new LazyPart(this, async () => {
    const { UserDialogs, dialogsStyles } = await import('./dialogs.lazy.js');
    for (const sheet of dialogsStyles) this.adopt(sheet);
    return new UserDialogs(this.context);
  });

  constructor() {
    super();
    new RowFocusController(this);
    this.addSessionObserver({ onSessionChange: () => this.#forget(), onSignedOut: () => this.#forget() });
  }

  get #canChangeRoles(): boolean {
    return !this.readonly && this.can('users:update_role') && !!this.session?.client.offers('changeUserRole');
  }

  get #canRemove(): boolean {
    return !this.readonly && this.can('users:remove') && !!this.session?.client.offers('removeUser');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.state === 'ready' && !this.#dialogs.hasFailed) void this.#dialogs.load();
  }

  protected override renderAction() {
    return this.#tab === 'users' ? (this.#dialogs.part?.renderAction() ?? nothing) : nothing;
  }

  protected override renderContent() {
    const { t } = this.locale;
    return html`
      ${this.renderLazyFailure(this.#dialogs)}
      ${this.#dialogs.part?.renderSeats() ?? nothing}
      ${tabs(
        t('views'),
        [
          { id: 'users', label: t('users'), content: this.#tab === 'users' ? this.#renderMembers() : nothing },
          {
            id: 'pending',
            label: t('pending'),
            count: this.#dialogs.part?.pending.count?.toLocaleString(this.locale.lang),
            content: this.#tab === 'pending' ? this.#dialogs.part?.pending.render() : nothing,
          },
        ],
        this.#tab,
        this.#choose,
      )}
    `;
  }

  protected override renderDialogs() {
    return this.#dialogs.part?.render() ?? nothing;
  }

  #renderMembers() {
    const list = this.#list;
    const page = this.#page.value;
    if (!list || !page) return nothing;
    const { locale } = this;
    const isWhole = !page.start && !page.hasMore;
    const arrangement = isWhole ? this.#arrangement : undefined;
    const users = arrangement ? arranged(page.items, arrangement, locale.readerLang) : page.items;
    const roles = this.#dialogs.part?.roles ?? ['OWNER', 'ADMIN', 'MEMBER'];
    return html`
      ${userFilters(this.#search, list.filter, arrangement, { locale, roles, changed: this.#find })}
      ${users.length ? this.#renderTable(users, list.isPending) : this.#renderNobody()}
      ${listPager(this.shared, page, this.#turn)} ${this.#renderLimits(users)}
      <p class="hidden" role="status">${this.#found}</p>
      ${this.#dialogs.part?.renderRoles() ?? nothing}
    `;
  }

  #renderTable(users: readonly User[], isAsking: boolean) {
    const { t } = this.locale;
    const canChangeRoles = this.#canChangeRoles;
    const canRemove = this.#canRemove;
    const row = (user: User) =>
      userRow(
        user,
        {
          isMe: user.id === this.me.value?.id,
          blockedReason: this.#hindranceOf(user),
          changeRole: canChangeRoles ? () => void this.#open((dialogs) => dialogs.changeRole(user)) : undefined,
          remove: canRemove ? () => void this.#open((dialogs) => dialogs.remove(user)) : undefined,
          explain: this.#explain,
        },
        this.locale,
      );
    return html`<div class="table" part="table">
      <table role="table" aria-label=${t('users')} aria-busy=${isAsking}>
        <thead role="rowgroup">
          <tr role="row">
            ${columns.map((column) => html`<th scope="col" role="columnheader" part="cell">${t(column)}</th>`)}
            ${
              canChangeRoles || canRemove
                ? html`<th scope="col" role="columnheader" part="cell"><span class="hidden">${t('actions')}</span></th>`
                : nothing
            }
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(users, ({ id }) => id, row)}
        </tbody>
      </table>
    </div>`;
  }

  #renderNobody() {
    const { t } = this.locale;
    return html`<div class="empty">
      <p>${t('noMatch')}</p>
      <button class="secondary" part="button" @click=${this.#clear}>${t('clear')}</button>
    </div>`;
  }

  /** Why something can't be done here, in sentences: for everybody, and for some of those who are shown. */
  #renderLimits(users: readonly User[]) {
    const { t } = this.locale;
    const sentence = (text: string) => html`<p class="muted limit">${text}</p>`;
    if (this.readonly) return sentence(this.shared.t('readonly'));
    if (!this.can('users:update_role') && !this.can('users:remove')) return sentence(t('mayNotChange'));
    const hindrances = new Set(users.map((user) => this.#hindranceOf(user)));
    const reason = (blockedReason: BlockedReason, more: unknown = nothing) =>
      hindrances.has(blockedReason)
        ? html`<p class="muted limit" id="why-${blockedReason}">${t(`reason.${blockedReason}`)} ${more}</p>`
        : nothing;
    return [
      this.#canChangeRoles ? nothing : sentence(t('changingOff')),
      this.#canRemove ? nothing : sentence(t('removingOff')),
      this.#canChangeRoles || this.#canRemove
        ? [reason('owner'), reason('lastOwner', this.#dialogs.part?.renderSuccessors() ?? nothing)]
        : nothing,
    ];
  }

  #hindranceOf(user: User): BlockedReason | undefined {
    return blockedReasonOf(user, this.me.value, this.#dialogs.part?.owners?.length);
  }

  readonly #explain = (blockedReason: BlockedReason): void => this.announce(this.locale.t(`reason.${blockedReason}`));

  /** How many were found, where somebody looked for something. */
  get #found(): string {
    const { total, filter } = this.#page.value ?? {};
    const isFiltered = !!filter && Object.values(filter).some(Boolean);
    return isFiltered && total !== undefined ? this.locale.t('found', { count: total }) : '';
  }

  readonly #find = (name: string, value: string): void => {
    if (name === 'order') this.#arrangement = { ...this.#arrangement, order: value as Order };
    else if (name === 'without') this.#arrangement = { ...this.#arrangement, isTwoFactorOff: !!value };
    else if (name === 'search') {
      this.#search = value;
      this.#list?.setFilter({ search: value.trim() }, typingPause);
    } else this.#list?.setFilter({ [name]: value });
    this.requestUpdate();
  };

  readonly #turn = (start: number): void => {
    this.#list?.goTo(start);
    this.requestUpdate();
  };

  readonly #choose = (tab: string): void => {
    this.#tab = tab;
    void this.#dialogs.load();
    this.requestUpdate();
  };

  /** The button goes with what it stands beside, so the focus goes to what stays. */
  readonly #clear = (): void => {
    this.#showEverybody();
    this.renderRoot.querySelector<HTMLElement>('[name=search]')?.focus();
  };

  #showEverybody(): void {
    this.#search = '';
    this.#arrangement = unarranged;
    const isFiltered = Object.values(this.#list?.filter ?? {}).some(Boolean);
    if (isFiltered) this.#list?.setFilter(allUsers);
    this.requestUpdate();
  }

  async #open(act: (dialogs: Dialogs) => void): Promise<void> {
    const dialogs = await this.#dialogs.load();
    if (dialogs) act(dialogs);
  }

  protected override get context(): UsersContext {
    return {
      ...super.context,
      me: () => this.me.value,
      list: () => this.#list,
      isStale: () => this.#page.isStale,
      current: ({ id }) => this.#page.value?.items.find((user) => user.id === id),
      canChangeRoles: () => this.state === 'ready' && this.#canChangeRoles,
      canRemove: () => this.state === 'ready' && this.#canRemove,
      whyNotInvite: () => {
        if (this.readonly) return this.shared.t('readonly');
        return this.can('users:invite') ? '' : this.locale.t('mayNotInvite');
      },
      rowOf: ({ id }) => this.#rows.findIndex(({ dataset }) => dataset.id === id),
      focusRow: (index) => this.#focusRow(index),
      recheck: () => this.#recheck(),
    };
  }

  get #rows(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[part=row]')];
  }

  /** Leads a reader whose row went to the one that took its place, else to what the pane begins with. */
  async #focusRow(index: number): Promise<void> {
    await this.updateComplete;
    const row = this.#rows[Math.min(index, this.#rows.length - 1)];
    const target = row?.querySelector<HTMLElement>('.actions button');
    if (target) target.focus();
    else this.focus();
  }

  async #recheck(): Promise<void> {
    await this.refresh();
    await this.updateComplete;
    if (this.can('users:update_role') || (this.renderRoot as ShadowRoot).activeElement) return;
    this.announce(this.locale.t('mayNotChange')); // the dialog is gone, and the focus with it
    this.focus();
  }

  #forget(): void {
    this.#search = '';
    this.#list?.reset();
    this.#arrangement = unarranged;
    this.#tab = 'users';
  }

  /** Looks for nothing in particular again, and closes what is open. */
  override reset(): void {
    this.#showEverybody();
    this.#dialogs.part?.reset();
    super.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-users': AgniUsers;
  }
}

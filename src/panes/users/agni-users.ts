import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ResourceController } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { everybody, type UserList, userList } from '../../resources/users.js';
import { base } from '../../theme/base.js';
import { controls } from '../../theme/controls.js';
import { lists } from '../../theme/lists.js';
import { tables } from '../../theme/tables.js';
import { tabStyles } from '../../theme/tabs.js';
import { notice } from '../../ui/notice.js';
import { listPager } from '../../ui/pager.js';
import { RowFocusController } from '../../ui/row-focus-controller.js';
import { tabs } from '../../ui/tabs.js';
import { OnDemand } from '../on-demand.js';
import { AgniPane } from '../pane.js';
import { styles } from './agni-users.styles.js';
import { en } from './en.js';
import { type Arrangement, arranged, memberFilters, type Order } from './member-filters.js';
import { columns, memberRow } from './member-row.js';
import { type Hindrance, hindranceOf } from './rights.js';
import type { UserDesk } from './user-desk.js';

type Editing = typeof import('./user-editing.js');

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
  readonly #page = new ResourceController(this, (workspace) => {
    if (this.#list?.workspace !== workspace) this.#list = userList(workspace);
    return this.#list.page;
  });
  protected readonly needs = [this.#page];
  #tab = 'members';
  /** As it was typed; what is sent may be shorter. */
  #search = '';
  #arrangement = unarranged;
  // What the first sight doesn't need is fetched once there is something to see.
  readonly #rest = new OnDemand(this, async () => {
    const { UserEditing, editingStyles } = await import('./user-editing.js');
    for (const sheet of editingStyles) this.adopt(sheet);
    return new UserEditing(this.desk);
  });

  constructor() {
    super();
    new RowFocusController(this);
    this.follow({ attach: () => this.#forget(), forget: () => this.#forget() });
  }

  get #editing(): InstanceType<Editing['UserEditing']> | undefined {
    return this.#rest.part;
  }

  get #canChangeRoles(): boolean {
    return !this.readonly && this.can('users:update_role') && !!this.workspace?.client.offers('changeUserRole');
  }

  get #canRemove(): boolean {
    return !this.readonly && this.can('users:remove') && !!this.workspace?.client.offers('removeUser');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.state === 'ready' && !this.#rest.hasFailed) void this.#rest.load();
  }

  protected override renderAction() {
    return this.#tab === 'members' ? (this.#editing?.renderAction() ?? nothing) : nothing;
  }

  protected override renderContent() {
    const { t } = this.locale;
    return html`
      ${this.#rest.hasFailed ? notice(this.shared.t('failed'), nothing, 'alert') : nothing}
      ${this.#editing?.renderSeats() ?? nothing}
      ${tabs(
        t('views'),
        [
          { id: 'members', label: t('members'), content: this.#tab === 'members' ? this.#renderMembers() : nothing },
          {
            id: 'pending',
            label: t('pending'),
            count: this.#editing?.pending.count?.toLocaleString(this.locale.lang),
            content: this.#tab === 'pending' ? this.#editing?.pending.render() : nothing,
          },
        ],
        this.#tab,
        this.#choose,
      )}
    `;
  }

  protected override renderDialogs() {
    return this.#editing?.render() ?? nothing;
  }

  #renderMembers() {
    const list = this.#list;
    const page = this.#page.value;
    if (!list || !page) return nothing;
    const { locale } = this;
    const isWhole = !page.start && !page.hasMore;
    const arrangement = isWhole ? this.#arrangement : undefined;
    const people = arrangement ? arranged(page.items, arrangement, locale.lang) : page.items;
    const roles = this.#editing?.roles ?? ['OWNER', 'ADMIN', 'MEMBER'];
    return html`
      ${memberFilters(this.#search, list.filter, arrangement, { locale, roles, changed: this.#find })}
      ${people.length ? this.#renderTable(people, list.isAsking) : this.#renderNobody()}
      ${listPager(this.shared, page, this.#turn)} ${this.#renderLimits(people)}
      <p class="hidden" role="status">${this.#found}</p>
      ${this.#editing?.renderRoles() ?? nothing}
    `;
  }

  #renderTable(people: readonly User[], isAsking: boolean) {
    const { t } = this.locale;
    const canChangeRoles = this.#canChangeRoles;
    const canRemove = this.#canRemove;
    const row = (person: User) =>
      memberRow(
        person,
        {
          isMe: person.id === this.me.value?.id,
          hindrance: this.#hindranceOf(person),
          changeRole: canChangeRoles ? () => void this.#edit((editing) => editing.changeRole(person)) : undefined,
          remove: canRemove ? () => void this.#edit((editing) => editing.remove(person)) : undefined,
          explain: this.#explain,
        },
        this.locale,
      );
    return html`<div class="table" part="table">
      <table role="table" aria-label=${t('members')} aria-busy=${isAsking}>
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
          ${repeat(people, ({ id }) => id, row)}
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
  #renderLimits(people: readonly User[]) {
    const { t } = this.locale;
    const sentence = (text: string) => html`<p class="muted limit">${text}</p>`;
    if (this.readonly) return sentence(this.shared.t('readonly'));
    if (!this.can('users:update_role') && !this.can('users:remove')) return sentence(t('mayNotChange'));
    const hindrances = new Set(people.map((person) => this.#hindranceOf(person)));
    const reason = (hindrance: Hindrance, more: unknown = nothing) =>
      hindrances.has(hindrance)
        ? html`<p class="muted limit" id="why-${hindrance}">${t(`reason.${hindrance}`)} ${more}</p>`
        : nothing;
    return [
      this.#canChangeRoles ? nothing : sentence(t('changingOff')),
      this.#canRemove ? nothing : sentence(t('removingOff')),
      this.#canChangeRoles || this.#canRemove
        ? [reason('owner'), reason('lastOwner', this.#editing?.renderSuccessors() ?? nothing)]
        : nothing,
    ];
  }

  #hindranceOf(person: User): Hindrance | undefined {
    return hindranceOf(person, this.me.value, this.#editing?.owners?.total);
  }

  readonly #explain = (hindrance: Hindrance): void => this.announce(this.locale.t(`reason.${hindrance}`));

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
      this.#list?.find({ search: value.trim() }, typingPause);
    } else this.#list?.find({ [name]: value });
    this.requestUpdate();
  };

  readonly #turn = (start: number): void => {
    this.#list?.turn(start);
    this.requestUpdate();
  };

  readonly #choose = (tab: string): void => {
    this.#tab = tab;
    void this.#rest.load();
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
    if (isFiltered) this.#list?.find(everybody);
    this.requestUpdate();
  }

  async #edit(act: (editing: InstanceType<Editing['UserEditing']>) => void): Promise<void> {
    const editing = await this.#rest.load();
    if (editing) act(editing);
  }

  protected override get desk(): UserDesk {
    return {
      ...super.desk,
      me: () => this.me.value,
      list: () => this.#list,
      current: ({ id }) => this.#page.value?.items.find((person) => person.id === id),
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
    if (this.renderRoot.querySelector('dialog') || (this.renderRoot as ShadowRoot).activeElement) return;
    this.announce(this.locale.t('mayNotChange')); // the dialog has gone, and the focus with it
    this.focus();
  }

  #forget(): void {
    this.#search = '';
    this.#arrangement = unarranged;
    this.#tab = 'members';
  }

  /** Looks for nothing in particular again, and closes what is open. */
  override reset(): void {
    this.#showEverybody();
    this.#editing?.reset();
    super.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-users': AgniUsers;
  }
}

import { html, nothing } from 'lit';
import { ResourceController } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import type { ListPage } from '../../resources/paged-list.js';
import { allUsers, isFiltered, type UserFilter, type UserList, userList } from '../../resources/users.js';
import { listPager, pageSizeSelect } from '../../ui/list-pager.js';
import { userFilters } from './user-filters.js';
import { userTable } from './user-table.js';
import type { UsersContext } from './users-context.js';

/** Milliseconds without typing after which a search is sent. */
const typingPause = 300;

/** Actions for the rows of the list, and data that the pane loads after the list. */
export interface MembersView {
  readonly roles: readonly string[];
  /** A sentence about the result of the filter; empty without a filter. */
  resultOf(page: ListPage<User, UserFilter>, isOnePage: boolean): string | undefined;
  showPermissions(user: User): void;
  openMenu(user: User, button: HTMLButtonElement): void;
}

/** The members of the workspace: filters, table and pager. The server searches, filters and sorts. */
export class Members {
  readonly page;
  readonly #context: UsersContext;
  #list: UserList | undefined;
  /** The filter that was set before there was a list. */
  #firstFilter: UserFilter | undefined;

  constructor(context: UsersContext) {
    this.#context = context;
    this.page = new ResourceController(context.pane, (session) => {
      if (this.#list?.session !== session) {
        this.#list = userList(session);
        if (this.#firstFilter) this.#list.setFilter(this.#firstFilter);
      }
      return this.#list.page;
    });
  }

  get list(): UserList | undefined {
    return this.#list;
  }

  get filter(): UserFilter {
    return this.#list?.filter ?? this.#firstFilter ?? allUsers;
  }

  set filter(filter: UserFilter) {
    if (this.#list) this.#list.setFilter(filter);
    else this.#firstFilter = filter;
    this.#context.pane.requestUpdate();
  }

  /** The latest data of a user in the list; `undefined` if the list no longer shows the user. */
  current({ id }: User): User | undefined {
    return this.page.value?.items.find((user) => user.id === id);
  }

  render({ roles, resultOf, ...actions }: MembersView) {
    const list = this.#list;
    const page = this.page.value;
    if (!list || !page) return nothing;
    const { me, mayChangeUsers, locale, shared } = this.#context;
    const words = locale();
    const { filter, isPending } = list;
    const { items: users } = page;
    const rows = {
      ...{ users, me: me(), isPending, sort: filter.sort },
      sortBy: (sort: UserFilter['sort']) => this.#find({ sort }),
      showPermissions: actions.showPermissions,
      openMenu: mayChangeUsers() ? actions.openMenu : undefined,
    };
    const sizes = pageSizeSelect(words.t('pageSize'), page, this.#setPageSize);
    return html`${userFilters({ filter, roles, find: this.#find, clear: this.#clear }, words, shared())}${
      users.length ? userTable(rows, words) : html`<p class="empty" part="empty">${words.t('noMatch')}</p>`
    }${listPager(shared(), page, this.#goTo, sizes, (isOnePage) => resultOf(page, isOnePage))}`;
  }

  readonly #find = (change: Partial<UserFilter>): void => {
    this.#list?.setFilter(change, 'search' in change ? typingPause : 0);
    this.#context.pane.requestUpdate();
  };

  readonly #goTo = (start: number): void => {
    this.#list?.goTo(start);
    this.#context.pane.requestUpdate();
  };

  readonly #setPageSize = (size: number): void => {
    this.#list?.setPageSize(size);
    this.#context.pane.requestUpdate();
  };

  /** The button goes away with the filter, so focus moves to the search field. */
  readonly #clear = (): void => {
    this.showAll();
    this.#context.pane.renderRoot.querySelector<HTMLElement>('[name=search]')?.focus();
  };

  /** Shows all users again, in the same order. */
  showAll(): void {
    const { sort } = this.filter;
    if (isFiltered(this.filter)) this.filter = { ...allUsers, sort };
  }

  /** Forgets the filter of a former user. A filter that was set before there was a list stays. */
  forget(): void {
    if (!this.#firstFilter) this.#list?.reset();
    this.#firstFilter = undefined;
  }
}

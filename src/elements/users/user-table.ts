import { html, nothing } from 'lit';
import type { User } from '../../contract/me.js';
import type { UserSort } from '../../contract/users.js';
import type { Locale } from '../../locales/locale.js';
import { badge } from '../../ui/badge.js';
import { icon, type Outline } from '../../ui/icon.js';
import { menuButton } from '../../ui/menu-button.js';
import { type Column, sortable, table } from '../../ui/table.js';
import { timeAgo } from '../../ui/time.js';
import type { en } from './en.js';
import { memberCell, rowNames } from './member-cell.js';

const info: Outline = 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.5v3.3M8 5.2h.01';

/** What the table of users shows and does. */
export interface UserTable {
  readonly users: readonly User[];
  readonly me: User | undefined;
  /** Whether other rows were asked for. */
  readonly isPending: boolean;
  readonly sort: UserSort | '';
  readonly sortLabel: string;
  sortBy(sort: UserSort | ''): void;
  showPermissions(user: User): void;
  /** Opens the menu of a row; left out for those who may change no user. */
  readonly openMenu: ((user: User, button: HTMLButtonElement) => void) | undefined;
}

/** The table of users, sorted by the server. */
export function userTable(view: UserTable, locale: Locale<typeof en>) {
  const { t, lang } = locale;
  const { users, sort, openMenu } = view;
  const names = rowNames(users);
  const nameOf = ({ id }: User) => names.get(id) ?? '';
  const sortOf = (first: UserSort) => sortable(sort, first, view.sortBy);
  const columns: Column<User>[] = [
    {
      id: 'member',
      label: t('member'),
      sort: sortOf('name'),
      cell: (user) => memberCell(user, badgesOf(user, user.id === view.me?.id, locale), lang),
    },
    {
      id: 'role',
      label: t('role'),
      sort: sortOf('role'),
      cell: (user) => html`<bdi class="clip" translate="no">${user.role}</bdi>
        <button
          class="info"
          part="button"
          aria-label=${t('permissionsOf', { name: nameOf(user) })}
          aria-haspopup="dialog"
          @click=${() => view.showPermissions(user)}
        >
          ${icon(info)}
        </button>`,
    },
    {
      id: 'twoFactor',
      label: t('twoFactor'),
      sort: sortOf('two_factor'),
      cell: ({ two_factor_enabled: isOn }) =>
        isOn === undefined
          ? t('unknown')
          : html`<span class=${isOn ? 'dot good' : 'dot'} data-label=${t('twoFactor')}>${t(isOn ? 'on' : 'off')}</span>`,
    },
    {
      id: 'lastLogin',
      label: t('lastLogin'),
      sort: sortOf('-last_login'), // the latest first
      cell: ({ last_login_at: login }) =>
        login ? timeAgo(login, lang) : html`<span data-label=${t('lastLogin')}>${t('never')}</span>`,
    },
  ];
  if (openMenu) {
    columns.push({
      id: 'actions',
      label: t('actions'),
      isLabelHidden: true,
      cell: (user) => menuButton(t('actionsFor', { name: nameOf(user) }), (button) => openMenu(user, button)),
    });
  }
  return table({
    label: t('users'),
    columns,
    rows: users,
    key: ({ id }) => id,
    isBusy: view.isPending,
    sortLabel: view.sortLabel,
  });
}

/** Which row is the reader's own, and the status unless it is the usual one. */
function badgesOf({ status }: User, isMe: boolean, locale: Locale<typeof en>) {
  const { t } = locale;
  const key = `status.${status}`;
  return [
    isMe ? badge(t('you')) : nothing,
    status && status !== 'ACTIVE' ? badge(locale.has(key) ? t(key) : status) : nothing,
  ];
}

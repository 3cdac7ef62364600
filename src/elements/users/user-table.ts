import { html, nothing } from 'lit';
import type { User } from '../../contract/me.js';
import type { UserSort } from '../../contract/users.js';
import type { Locale } from '../../locales/locale.js';
import { fullName } from '../../resources/full-name.js';
import { hueOf } from '../../ui/avatar.js';
import { badge } from '../../ui/badge.js';
import { isolatedText } from '../../ui/bidi-isolate.js';
import { initialsOf } from '../../ui/initials.js';
import { openByClickOrArrow } from '../../ui/menu-button.js';
import { renderedBefore } from '../../ui/rendered-before.js';
import { sortable, table } from '../../ui/table.js';
import { agoText, exactTime } from '../../ui/time.js';
import type { en } from './en.js';
import { rowNames } from './row-names.js';

/** Data and actions of the table of users. */
export interface UserTable {
  readonly users: readonly User[];
  readonly me: User | undefined;
  /** Whether other rows are loading. */
  readonly isPending: boolean;
  readonly sort: UserSort | '';
  sortBy(sort: UserSort | ''): void;
  showPermissions(user: User): void;
  /** Opens the menu of a row; `undefined` if the signed-in user may change no user. */
  readonly openMenu: ((user: User, button: HTMLButtonElement) => void) | undefined;
}

/** The table of users, sorted by the server. */
export function userTable(view: UserTable, locale: Locale<typeof en>) {
  const { t, lang } = locale;
  const { users, sort, openMenu } = view;
  const names = rowNames(users);
  const nameOf = ({ id }: User) => names.get(id) ?? '';
  const sortOf = (first: UserSort) => sortable(sort, first, view.sortBy);
  const columns = [
    { id: 'member', label: t('member'), sort: sortOf('name') },
    { id: 'role', label: t('role'), sort: sortOf('role') },
    { id: 'twoFactor', label: t('twoFactor'), sort: sortOf('two_factor') },
    { id: 'lastLogin', label: t('lastLogin'), sort: sortOf('-last_login') }, // the latest first
    ...(openMenu ? [{ id: 'actions', label: t('actions'), isLabelHidden: true }] : []),
  ];
  // One template without an expression between nodes: each such expression costs a comment node, in up to 100 rows.
  // Also no white space between the elements of a cell, because it would become text nodes.
  const row = (user: User) => {
    const { id, email, role, last_login_at: login } = user;
    const name = fullName(user);
    const second = name === email ? '' : email; // a name that is the email is shown once
    const menuLabel = t('actionsFor', { name: nameOf(user) });
    const openRowMenu = openByClickOrArrow((button) => openMenu?.(user, button));
    return html`<th scope="row" role="rowheader" part="cell" data-key="member">
        <span class="avatar" part="avatar" data-hue=${hueOf(id)} data-initials=${initialsOf(user, lang)} aria-hidden="true"></span
        ><bdi class="name clip" title=${name} translate="no" ${isolatedText(name)}></bdi
        ><bdi class="facts clip" title=${second} translate="no" ${isolatedText(second)} ${renderedBefore(badgesOf(user, id === view.me?.id, locale))}></bdi></th>
      <td role="cell" part="cell" data-key="role">
        <button
          class="clip"
          part="button"
          translate="no"
          aria-label="${role}: ${t('permissionsOf', { name: nameOf(user) })}"
          aria-haspopup="dialog"
          .textContent=${role}
          @click=${() => view.showPermissions(user)}
        ></button>
      </td>
      <td role="cell" part="cell" data-key="twoFactor" class=${dotOf(user)} data-label=${t('twoFactor')} .textContent=${twoFactorText(user, locale)}></td>
      <td
        role="cell"
        part="cell"
        data-key="lastLogin"
        title=${(login && exactTime(login, lang)) || nothing}
        .textContent=${login ? agoText(login, lang) : t('never')}
      ></td>
      <td role="cell" part="cell" data-key="actions" class="actions" ?hidden=${!openMenu}>
        <button
          class="icon-button more"
          part="button"
          aria-label=${menuLabel}
          title=${menuLabel}
          aria-haspopup="menu"
          @click=${openRowMenu}
          @keydown=${openRowMenu}
        ></button>
      </td>`;
  };
  return table({
    label: t('users'),
    columns,
    rows: users,
    key: ({ id }) => id,
    row,
    isBusy: view.isPending,
  });
}

function dotOf({ two_factor_enabled: isOn }: User) {
  if (isOn === undefined) return nothing;
  return isOn ? 'dot good' : 'dot';
}

function twoFactorText({ two_factor_enabled: isOn }: User, { t }: Locale<typeof en>): string {
  if (isOn === undefined) return t('unknown');
  return t(isOn ? 'on' : 'off');
}

/** Badges of a user: "You" for the signed-in user, and the status unless it is `ACTIVE`. */
function badgesOf({ status }: User, isMe: boolean, locale: Locale<typeof en>) {
  const { t } = locale;
  const key = `status.${status}`;
  return [isMe && badge(t('you')), status && status !== 'ACTIVE' && badge(locale.has(key) ? t(key) : status)].filter(
    (one) => !!one,
  );
}

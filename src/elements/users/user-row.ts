import { html, nothing } from 'lit';
import type { User } from '../../contract/me.js';
import { capabilitiesOf } from '../../contract/roles.js';
import type { Locale } from '../../locales/locale.js';
import { fullName } from '../../resources/user-names.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { timeAgo } from '../../ui/time.js';
import type { en } from './en.js';
import type { BlockedReason } from './permissions.js';

/** What a row needs to know besides its person. */
export interface UserRow {
  readonly isMe: boolean;
  readonly blockedReason: BlockedReason | undefined;
  /** What can be done with people; left out where it can't, whoever it is. */
  readonly changeRole: (() => void) | undefined;
  readonly remove: (() => void) | undefined;
  /** Says why not. */
  readonly explain: (blockedReason: BlockedReason) => void;
}

/** Permissions that are shown without asking. */
const visiblePermissionCount = 2;

/** The columns in their order, by the keys of their headings. */
export const columns = ['name', 'email', 'role', 'permissions', 'status', 'twoFactor', 'lastLogin'] as const;

/**
 * One person in the table. Each cell has its heading with it, for where there is no room for columns; the roles are said
 * since a table that isn't drawn as one is none to some browsers.
 */
export function userRow(user: User, row: UserRow, locale: Locale<typeof en>) {
  const { t, lang } = locale;
  const { email, role, status, two_factor_enabled: usesTwoFactor, last_login_at: login } = user;
  const name = fullName(user);
  const cell = (key: (typeof columns)[number], content: unknown) =>
    html`<td role="cell" part="cell" data-key=${key} data-label=${t(key)}>${content}</td>`;
  const statusKey = `status.${status}`;
  return html`<tr role="row" part="row" data-id=${user.id}>
    <th scope="row" role="rowheader" part="cell">
      ${clippedName(name)}
      ${row.isMe ? html`<span class="badge" part="badge">${t('you')}</span>` : nothing}
    </th>
    ${cell('email', clippedName(email))}
    ${cell('role', html`<bdi translate="no">${role}</bdi>`)} ${cell('permissions', permissionsOf(user, name, t))}
    ${cell(
      'status',
      html`<span class="badge ${status === 'ACTIVE' ? 'good' : ''}" part="badge"
        >${locale.has(statusKey) ? t(statusKey) : (status ?? t('unknown'))}</span
      >`,
    )}
    ${cell(
      'twoFactor',
      usesTwoFactor === undefined
        ? t('unknown')
        : html`<span class=${usesTwoFactor ? 'good' : 'muted'}>${t(usesTwoFactor ? 'on' : 'off')}</span>`,
    )}
    ${cell('lastLogin', login ? timeAgo(login, lang) : t('never'))}
    ${row.changeRole || row.remove ? html`<td role="cell" part="cell" class="actions">${actionsOf(name, row, t)}</td>` : nothing}
  </tr>`;
}

/** Word for word as the server spells them, which is how support and documents name them. */
function permissionsOf(user: User, name: string, t: Locale<typeof en>['t']) {
  const all = user.permissions ?? [...capabilitiesOf(user)];
  if (!all.length) return t('unknown');
  const list = (some: readonly string[]) =>
    some.map((permission) => html`<li><bdi translate="no">${permission}</bdi></li>`);
  const rest = all.slice(visiblePermissionCount);
  return html`<ul role="list">
      ${list(all.slice(0, visiblePermissionCount))}
    </ul>
    ${
      rest.length
        ? html`<details>
            <summary>${t('more', { count: rest.length })}<span class="hidden"> ${bidiIsolate(name)}</span></summary>
            <ul role="list">
              ${list(rest)}
            </ul>
          </details>`
        : nothing
    }`;
}

function actionsOf(name: string, { isMe, blockedReason, ...row }: UserRow, t: Locale<typeof en>['t']) {
  const button = (word: string, look: string, act: () => void) => html`<button
    class="quiet ${look}"
    part="button"
    aria-disabled=${!!blockedReason}
    aria-describedby=${blockedReason ? `why-${blockedReason}` : nothing}
    title=${blockedReason ? t(`reason.${blockedReason}`) : nothing}
    @click=${() => (blockedReason ? row.explain(blockedReason) : act())}
  >
    ${word}<span class="hidden"> ${bidiIsolate(name)}</span>
  </button>`;
  return [
    row.changeRole ? button(t('changeRole'), '', row.changeRole) : nothing,
    row.remove && !isMe ? button(t('remove'), 'danger', row.remove) : nothing,
  ];
}

import { html, nothing } from 'lit';
import type { User } from '../../contract/me.js';
import type { Locale } from '../../locales/locale.js';
import { fullName } from '../../resources/user-names.js';
import type { UserFilter } from '../../resources/users.js';
import { checkField } from '../../ui/check-field.js';
import { selectField, textField } from '../../ui/field.js';
import type { en } from './en.js';

/** What people can be put in order by; `joined` is the server's own order. */
export type Order = 'joined' | 'name' | 'login';

const orders = { joined: 'sortJoined', name: 'sortName', login: 'sortLogin' } as const;

/** What is done with a list in the page, which only makes sense where all of it is here. */
export interface Arrangement {
  readonly order: Order;
  readonly isTwoFactorOff: boolean;
}

/** The fields people are looked for by. Those of `arrangement` are left out where not everybody is here. */
export function userFilters(
  search: string,
  { role, status }: UserFilter,
  arrangement: Arrangement | undefined,
  { locale: { t }, roles, changed }: { locale: Locale<typeof en>; roles: readonly string[]; changed: Changed },
) {
  const roleOptions = [{ value: '', text: t('anyRole') }, ...roles.map((value) => ({ value, text: value }))];
  const statuses = ['ACTIVE', 'DISABLED'] as const;
  const statusOptions = [
    { value: '', text: t('anyStatus') },
    ...statuses.map((value) => ({ value, text: t(`status.${value}`) })),
  ];
  const orderOptions = Object.entries(orders).map(([value, word]) => ({ value, text: t(word) }));
  const take = (event: Event) => {
    const { name, type, checked, value } = event.target as HTMLInputElement;
    changed(name, type === 'checkbox' && !checked ? '' : value);
  };
  return html`<div class="tools" role="search" @input=${take}>
    <div class="row">
      ${textField({ name: 'search', label: t('search'), value: search })}
      ${selectField({ name: 'role', label: t('role'), value: role, options: roleOptions })}
      ${selectField({ name: 'status', label: t('status'), value: status, options: statusOptions })}
    </div>
    ${
      arrangement
        ? [
            selectField({ name: 'order', label: t('sort'), value: arrangement.order, options: orderOptions }),
            checkField('without', t('twoFactorOff'), arrangement.isTwoFactorOff, () => undefined),
          ]
        : nothing
    }
  </div>`;
}

type Changed = (name: string, value: string) => void;

/** People who are all here, in an order, some left out. */
export function arranged(users: readonly User[], { order, isTwoFactorOff }: Arrangement, lang: string): User[] {
  const shown = users.filter((user) => !isTwoFactorOff || user.two_factor_enabled === false);
  const moment = ({ last_login_at: login }: User) => Date.parse(login ?? '') || 0;
  if (order === 'name') shown.sort((a, b) => fullName(a).localeCompare(fullName(b), lang, { numeric: true }));
  if (order === 'login') shown.sort((a, b) => moment(b) - moment(a));
  return shown;
}

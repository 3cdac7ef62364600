import { html, nothing } from 'lit';
import type { User } from '../../contract/me.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import { fullName } from '../../resources/full-name.js';
import { avatar } from '../../ui/avatar.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { type Fact, factList } from '../../ui/facts.js';
import { day, timeAgo } from '../../ui/time.js';
import { permissionList } from '../base/permission-list.js';
import type { en } from './en.js';

/** The user as other users see them: initials, saved name and saved address. */
export function userCard(user: User, lang: string) {
  const name = fullName(user);
  return html`<div class="user">
    ${avatar(user, lang)}
    <div>
      ${clippedName(name)}
      ${name === user.email ? nothing : html`<p class="facts">${bidiIsolate(user.email)}</p>`}
    </div>
  </div>`;
}

/** The read-only facts: role, address, sign-in method, dates and permissions, if the server sends them. */
export function userFacts(user: User, locale: Locale<typeof en>, shared: Locale<typeof sharedWords>) {
  const { t, lang } = locale;
  const { role, email, auth_provider: method, last_login_at: login, created_at: joined, permissions = [] } = user;
  const key = `method.${method}`;
  const facts: Fact[] = [
    { label: t('role'), value: html`<span translate="no">${role}</span>` },
    { label: t('email'), value: html`<span translate="no">${email}</span>` },
    { label: t('method'), value: method && (locale.has(key) ? t(key) : method) },
    { label: t('lastLogin'), value: login && timeAgo(login, lang) },
    { label: t('memberSince'), value: joined && day(joined, lang) },
  ];
  return html`
    <div>${factList(
      t('account'),
      facts.filter(({ value }) => value),
    )}</div>
    ${
      permissions.length
        ? html`<details>
            <summary>${t('permissions')}</summary>
            <dl part="list" aria-label=${t('permissions')}>${permissionList(permissions, shared)}</dl>
          </details>`
        : nothing
    }
  `;
}

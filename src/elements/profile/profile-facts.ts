import { html, nothing } from 'lit';
import type { User } from '../../contract/me.js';
import type { Locale } from '../../locales/locale.js';
import { fullName } from '../../resources/user-names.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { day, timeAgo } from '../../ui/time.js';
import type { en } from './en.js';
import { initialsOf } from './initials.js';

/** Who it is, as others see it: initials, name and address as they are saved. */
export function userCard(user: User, lang: string) {
  const name = fullName(user);
  return html`<div class="person">
    <span class="avatar" aria-hidden="true">${initialsOf(user, lang)}</span>
    <div>
      ${clippedName(name)}
      ${name === user.email ? nothing : html`<p class="facts">${bidiIsolate(user.email)}</p>`}
    </div>
  </div>`;
}

/** How and since when somebody signs in, as far as the server tells. */
export function signInFacts(user: User, locale: Locale<typeof en>) {
  const { t, lang } = locale;
  const { auth_provider: method, last_login_at: login, created_at: joined } = user;
  const key = `method.${method}`;
  const facts = [
    { label: t('method'), text: method && (locale.has(key) ? t(key) : method) },
    { label: t('lastLogin'), text: login && timeAgo(login, lang) },
    { label: t('memberSince'), text: joined && day(joined, lang) },
  ].filter(({ text }) => text);
  if (!facts.length) return nothing;
  return html`<dl part="list" aria-label=${t('signIn')}>
    ${facts.map(({ label, text }) => html`<div part="row"><dt>${label}</dt><dd><bdi>${text}</bdi></dd></div>`)}
  </dl>`;
}

/** What somebody may do, word for word as the server spells it, which is how support and documents name it. */
export function permissionList({ permissions = [] }: User, { t }: Locale<typeof en>) {
  if (!permissions.length) return nothing;
  return html`<div class="field" part="field">
    <p id="permissions" class="help">${t('permissions')}</p>
    <ul class="chips" part="list" role="list" aria-labelledby="permissions">
      ${permissions.map((permission) => html`<li class="badge" part="badge"><bdi translate="no">${permission}</bdi></li>`)}
    </ul>
  </div>`;
}

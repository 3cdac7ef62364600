import { css, html } from 'lit';
import type { en } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import { permissionsEn } from './permissions.en.js';

/** Styles of {@link permissionList}. */
export const permissionStyles = css`
  .permissions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(5 * var(--_space));
  }
  .permissions code {
    color: var(--_muted);
    font-size: var(--_small);
  }
`;

/**
 * Permissions in words, grouped by resource, each with the name that the server, support and documents use. A
 * permission without words is listed under "Other" in the server's spelling (docs/contract.md 8).
 */
export function permissionList(permissions: readonly string[], shared: Locale<typeof en>) {
  const locale = shared.sibling(permissionsEn);
  const groups = Map.groupBy(permissions, (permission) =>
    locale.has(`permission.${permission}`) ? (permission.split(':')[0] ?? '') : 'other',
  );
  return [...groups].map(
    ([group, names]) => html`<div part="row">
      <dt>${locale.t(`permissions.${group}` as keyof typeof permissionsEn)}</dt>
      <dd>
        <ul class="permissions" role="list">
          ${names.map((name) => html`<li>${wordsFor(name, locale)}<code part="code" translate="no">${name}</code></li>`)}
        </ul>
      </dd>
    </div>`,
  );
}

function wordsFor(permission: string, locale: Locale<typeof permissionsEn>): string {
  const key = `permission.${permission}`;
  return locale.has(key) ? `${locale.t(key)} ` : '';
}

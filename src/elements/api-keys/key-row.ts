import { html, nothing } from 'lit';
import type { ApiKey } from '../../contract/api-keys.js';
import type { Locale } from '../../locales/locale.js';
import { isUnused } from '../../resources/api-keys.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { day, timeAgo } from '../../ui/time.js';
import type { en } from './en.js';
import { keyState, maskedValue } from './key-state.js';

/** What a row needs to know besides its key. */
export interface KeyRow {
  /** Name of who created it, where that's known. */
  readonly creator: string | undefined;
  /** The key that takes over from it, while both exist. */
  readonly successor: ApiKey | undefined;
  /** What can be done with it; left out where it can't. */
  readonly replace: (() => void) | undefined;
  readonly remove: (() => void) | undefined;
}

/** One key in the list. */
export function keyRow(key: ApiKey, row: KeyRow, locale: Locale<typeof en>) {
  const { t } = locale;
  const action = (word: string, look: string, act: (() => void) | undefined) =>
    act
      ? html`<button class="quiet ${look}" part="button" @click=${act}>
          ${word}<span class="hidden"> ${bidiIsolate(key.name)}</span>
        </button>`
      : nothing;
  return html`<li part="row" data-id=${key.id}>
    <div>
      <p class="title">
        ${clippedName(key.name)} ${stateBadge(key, t)}
        ${isUnused(key) ? badge(t('unused')) : nothing}
      </p>
      <p class="facts"><code dir="ltr" translate="no">${maskedValue(key)}</code>${keyFacts(key, row.creator, locale)}</p>
      ${row.successor ? replacementNote(key, row.successor, locale) : nothing}
    </div>
    ${
      row.replace || row.remove
        ? html`<div class="actions">
            ${action(t('replace'), '', row.replace)}${action(t('delete'), 'danger', row.remove)}
          </div>`
        : nothing
    }
  </li>`;
}

function stateBadge(key: ApiKey, t: Locale<typeof en>['t']) {
  const state = keyState(key);
  const look = { active: 'good', expiring: 'warn', expired: 'bad', inactive: '' }[state.status];
  return badge(state.status === 'expiring' ? expiryText(state.days, t) : t(state.status), look);
}

function expiryText(days: number, t: Locale<typeof en>['t']): string {
  if (days > 1) return t('expiresIn', { count: days });
  return t(days ? 'expiresTomorrow' : 'expiresToday');
}

function badge(text: string, look = '') {
  return html`<span class="badge ${look}" part="badge">${text}</span>`;
}

/** When it was created and by whom, when it was last used, and when it ends: each after a dot. */
export function keyFacts(key: ApiKey, creator: string | undefined, { t, lang, fill }: Locale<typeof en>) {
  const { created_at, last_used_at, expires_at } = key;
  const facts: unknown[] = [];
  if (created_at) {
    const date = day(created_at, lang);
    facts.push(creator ? fill('createdBy', { date, name: bidiIsolate(creator) }) : fill('created', { date }));
  }
  facts.push(last_used_at ? fill('lastUsed', { when: timeAgo(last_used_at, lang) }) : t('neverUsed'));
  if (expires_at) {
    const isOver = keyState(key).status === 'expired';
    facts.push(fill(isOver ? 'expiredOn' : 'expires', { date: day(expires_at, lang) }));
  }
  return facts.map((fact) => [' · ', fact]);
}

function replacementNote(key: ApiKey, successor: ApiKey, { t, lang, fill }: Locale<typeof en>) {
  const { last_used_at: used } = key;
  const isStillUsed = used && Date.parse(used) > Date.parse(successor.created_at ?? '');
  return html`<p class="help replacement" part="notice">
    ${fill('replacing', { name: bidiIsolate(key.name), successor: bidiIsolate(successor.name) })}
    ${used ? fill(isStillUsed ? 'replacingUsed' : 'replacingQuiet', { when: timeAgo(used, lang) }) : t('replacingNever')}
    ${t('replacingEnd')}
  </p>`;
}

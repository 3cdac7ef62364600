import { html, nothing } from 'lit';
import type { ApiKey } from '../../contract/api-keys.js';
import type { Locale } from '../../locales/locale.js';
import { isUnused } from '../../resources/api-keys.js';
import { badge } from '../../ui/badge.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { menuButton } from '../../ui/menu-button.js';
import { day, timeAgo } from '../../ui/time.js';
import type { en } from './en.js';
import { keyState, maskedValue } from './key-state.js';

type Words = Locale<typeof en>;

/** What a row needs besides its key. */
export interface KeyRow {
  /** Name of the user who created the key, if known. */
  readonly creator: string | undefined;
  /** The key that replaces this one, while both exist. */
  readonly successor: ApiKey | undefined;
  readonly openMenu: (button: HTMLButtonElement) => void;
}

/** One key in the list. */
export function keyRow(key: ApiKey, { creator, successor, openMenu }: KeyRow, words: Words) {
  const { t } = words;
  const created = createdFact(key, creator, words);
  return html`<li class="key" part="row" data-id=${key.id}>
    <p class="title">
      ${clippedName(key.name)} ${stateBadge(key, t)} ${isUnused(key) ? badge(t('unused'), 'warning') : nothing}
    </p>
    <p class="facts">
      <code part="code" dir="ltr" translate="no">${maskedValue(key)}</code>
      ${created ? html`<span class="created"> · ${created}</span>` : nothing}
    </p>
    <p class="facts">${usedFact(key, words)}</p>
    <p class="facts">${expiryFact(key, words)}</p>
    <div class="actions">${menuButton(t('actions', { name: key.name }), openMenu)}</div>
    ${successor ? replacementNote(key, successor, words) : nothing}
  </li>`;
}

/** A badge with the state of a key; none for an active key that does not expire soon. */
function stateBadge(key: ApiKey, t: Words['t']) {
  const state = keyState(key);
  if (state.status === 'active') return nothing;
  if (state.status !== 'expiring') return badge(t(state.status), state.status === 'expired' ? 'danger' : '');
  const { days: count } = state;
  return badge(count > 1 ? t('expiresIn', { count }) : t(count ? 'expiresTomorrow' : 'expiresToday'), 'warning');
}

/** When a key was created and by whom, when it was last used, and when it expires. */
export function keyFacts(key: ApiKey, creator: string | undefined, words: Words): unknown[] {
  return [createdFact(key, creator, words), usedFact(key, words), expiryFact(key, words)].filter(Boolean);
}

function createdFact({ created_at: created }: ApiKey, creator: string | undefined, { lang, fill }: Words) {
  if (!created) return undefined;
  const date = day(created, lang);
  return creator ? fill('createdBy', { date, name: bidiIsolate(creator) }) : fill('created', { date });
}

function usedFact({ last_used_at: used }: ApiKey, { t, lang, fill }: Words) {
  return used ? fill('lastUsed', { when: timeAgo(used, lang) }) : t('neverUsed');
}

function expiryFact(key: ApiKey, { t, lang, fill }: Words) {
  const { expires_at: end } = key;
  if (!end) return t('neverExpires');
  return fill(keyState(key).status === 'expired' ? 'expiredOn' : 'expires', { date: day(end, lang) });
}

function replacementNote(key: ApiKey, successor: ApiKey, { t, lang, fill }: Words) {
  const { last_used_at: used } = key;
  const isStillUsed = used && Date.parse(used) > Date.parse(successor.created_at ?? '');
  return html`<p class="help replacement" part="notice">
    ${fill('replacing', { successor: bidiIsolate(successor.name) })}
    ${used ? fill(isStillUsed ? 'replacingUsed' : 'replacingQuiet', { when: timeAgo(used, lang) }) : t('replacingNever')}
    ${t('replacingEnd')}
  </p>`;
}

import { html, nothing } from 'lit';
import type { Session } from '../../contract/sessions.js';
import type { Locale } from '../../locales/locale.js';
import { isInactive } from '../../resources/sessions.js';
import { badge } from '../../ui/badge.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { day, timeAgo } from '../../ui/time.js';
import { deviceIcon } from './device-icon.js';
import type { en } from './en.js';
import { deviceName, systemOf } from './session-device.js';

/** State and actions of a session's row. */
export interface SessionRow {
  /** Name that distinguishes the session from all others. */
  readonly name: string;
  readonly isNew: boolean;
  /** Number of sessions of the device, for its first row; 0 for its other rows. */
  readonly count: number;
  readonly isAddressShown: boolean;
  readonly toggleAddress: () => void;
  /** Ends the session; `undefined` if that is not possible here. */
  readonly revoke: (() => void) | undefined;
  /** Whether a sign-out is pending. */
  readonly isSigningOut: boolean;
}

/** The content of a session's row. */
export function sessionRow(session: Session, row: SessionRow, locale: Locale<typeof en>) {
  const { t } = locale;
  return html`${deviceIcon(session)}
    <p class="title">
      ${clippedName(deviceName(session, locale))}
      ${session.is_current ? badge(t('current'), 'success') : nothing}
      ${row.count > 1 ? badge(t('onDevice', { count: row.count })) : nothing}
      ${row.isNew ? badge(t('new'), 'warning') : nothing}
      ${isInactive(session) ? badge(t('inactive'), 'warning') : nothing}
    </p>
    <p class="facts">${joinFacts([...sessionFacts(session, locale), addressFact(session, row, t)])}</p>
    ${row.revoke ? html`<div class="actions">${revokeButton(session, row, t)}</div>` : nothing}`;
}

function revokeButton({ is_current }: Session, { name, revoke, isSigningOut }: SessionRow, t: Locale<typeof en>['t']) {
  const word = t(isSigningOut ? 'signingOut' : is_current ? 'signOut' : 'revoke');
  return html`<button class="quiet" part="button" aria-disabled=${isSigningOut} @click=${revoke}>
    ${word}${is_current ? nothing : html`<span class="hidden"> ${bidiIsolate(name)}</span>`}
  </button>`;
}

/** Operating system, place, last use and start of a session, if the server sends them. */
export function sessionFacts(session: Session, { lang, fill }: Locale<typeof en>): unknown[] {
  const { location, last_active_at: active, created_at: created } = session;
  const system = systemOf(session);
  return [
    system && bidiIsolate(system),
    location && bidiIsolate(location),
    active && fill('lastActive', { when: timeAgo(active, lang) }),
    created && fill('created', { date: day(created, lang) }),
  ].filter(Boolean);
}

/** Facts in one line, separated by dots. Lines break between facts, and do not begin with a dot. */
export function joinFacts(facts: readonly unknown[]) {
  return facts.map(
    (fact, index) => html`<span class="fact">${index ? html`<span class="dot"> · </span>` : nothing}${fact}</span>`,
  );
}

/** The button that shows the IP address. The address is in the page only while it is shown. */
function addressFact({ ip_address: address }: Session, row: SessionRow, t: Locale<typeof en>['t']) {
  if (!address) return undefined;
  const word = t(row.isAddressShown ? 'hideAddress' : 'showAddress');
  return html`<span class="address"
    >${row.isAddressShown ? html`<code part="code" dir="ltr" translate="no">${address}</code> ` : nothing}<button
      class="link"
      part="button link"
      @click=${row.toggleAddress}
    >
      ${word}<span class="hidden"> ${bidiIsolate(row.name)}</span>
    </button></span
  >`;
}

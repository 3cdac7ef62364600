import type { Session } from '../../contract/sessions.js';
import type { Locale } from '../../locales/locale.js';
import type { en } from './en.js';

/** What servers say where they don't know. */
const saysNothing = /^(?:unknown|other|generic|n\/?a|none|null|undefined|-)?$/i;
/** A kind of device rather than one: the system it runs says more. */
const isKind = /^(?:desktop|mobile|phone|smartphone|tablet|pc|computer|browser)$/i;

/**
 * Browser and device in words: the server's own where it has any, else what the browser calls itself, which is long
 * but better than nothing.
 */
export function deviceName(session: Session, { t }: Locale<typeof en>): string {
  const [browser, device, os] = [session.browser, session.device, session.os].map(said);
  const place = device && isKind.test(device) ? (os ?? device) : (device ?? os);
  if (browser && place) return t('browserOn', { browser, place });
  return browser ?? place ?? said(session.user_agent) ?? t('unknownDevice');
}

/** What the name leaves out: the system of a device that is named by itself. */
export function systemOf({ device, os }: Session): string | undefined {
  const named = said(device);
  return named && !isKind.test(named) ? said(os) : undefined;
}

function said(words: string | undefined): string | undefined {
  const trimmed = words?.trim() ?? '';
  return saysNothing.test(trimmed) ? undefined : trimmed;
}

/** Whether somebody used it on the reader's own day. */
export function wasActiveToday({ last_active_at }: Session, now = new Date()): boolean {
  return !!last_active_at && new Date(last_active_at).toDateString() === now.toDateString();
}

/** The same sessions, those of one device next to each other, where the first of them stood. */
export function byDevice(sessions: readonly Session[], locale: Locale<typeof en>): Session[][] {
  const groups = new Map<string, Session[]>();
  for (const session of sessions) {
    const name = deviceName(session, locale);
    groups.set(name, [...(groups.get(name) ?? []), session]);
  }
  return [...groups.values()];
}

/** Whether it began after the session of this page did: whoever reads this signed in here before that one was there. */
export function isNewTo(current: Session | undefined, { created_at }: Session): boolean {
  return Date.parse(created_at ?? '') > Date.parse(current?.created_at ?? '');
}

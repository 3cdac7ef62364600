import { serverNow } from '../../client/server-clock.js';
import type { Session } from '../../contract/sessions.js';
import type { Locale } from '../../locales/locale.js';
import { dateTimeText } from '../../ui/time-text.js';
import type { en } from './en.js';

/** Values that servers send for unknown data. */
const unknownValues = /^(?:unknown|other|generic|n\/?a|none|null|undefined|-)?$/i;
/** Kinds of devices. The operating system is more specific. */
const deviceKinds = /^(?:desktop|mobile|phone|smartphone|tablet|pc|computer|browser)$/i;

/** Browser and device of a session, from the fields of the reply; without these, the user agent string. */
export function deviceName(session: Session, { t }: Locale<typeof en>): string {
  const [browser, device, os] = [session.browser, session.device, session.os].map(knownText);
  const place = device && deviceKinds.test(device) ? (os ?? device) : (device ?? os);
  if (browser && place) return t('browserOn', { browser, place });
  return browser ?? place ?? knownText(session.user_agent) ?? t('unknownDevice');
}

/** The operating system, if {@link deviceName} names the device instead. */
export function systemOf({ device, os }: Session): string | undefined {
  const named = knownText(device);
  return named && !deviceKinds.test(named) ? knownText(os) : undefined;
}

function knownText(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return unknownValues.test(trimmed) ? undefined : trimmed;
}

/** Whether the session was used today, in the user's time zone. */
export function wasActiveToday({ last_active_at }: Session, now = new Date(serverNow())): boolean {
  return !!last_active_at && new Date(last_active_at).toDateString() === now.toDateString();
}

/** Groups sessions by device, each group at the place of its first session. */
export function byDevice(sessions: readonly Session[], locale: Locale<typeof en>): Session[][] {
  return [...Map.groupBy(sessions, (session) => deviceName(session, locale)).values()];
}

/**
 * Names that distinguish sessions, for buttons and dialogs: the device. If several sessions have the same device,
 * place, last use, start and id are added in this order, until the names differ.
 */
export function sessionNames(sessions: readonly Session[], locale: Locale<typeof en>): ReadonlyMap<string, string> {
  const time = (moment: string | null | undefined) => moment && dateTimeText(moment, locale.lang);
  const details = [
    ({ location }: Session) => location,
    ({ last_active_at }: Session) => time(last_active_at),
    ({ created_at }: Session) => time(created_at),
    ({ id }: Session) => id,
  ];
  const entries = byDevice(sessions, locale).flatMap((group) => {
    let names = group.map((session) => deviceName(session, locale));
    for (const detail of details) {
      const isTaken = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
      names = names.map((name, index) => {
        const text = isTaken(name) && detail(group[index] as Session);
        return text ? `${name}, ${text}` : name;
      });
    }
    return group.map(({ id }, index) => [id, names[index] ?? ''] as const);
  });
  return new Map(entries);
}

/** Whether a session began after the current one, so that the user may not know it. */
export function isNewTo(current: Session | undefined, { created_at }: Session): boolean {
  return Date.parse(created_at ?? '') > Date.parse(current?.created_at ?? '');
}

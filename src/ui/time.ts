import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { serverNow } from '../client/server-clock.js';
import { formatter } from '../locales/formatter.js';
import { dateText, dateTimeText, formatMoment } from './time-text.js';

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
];

/** How long ago a moment (ISO 8601) was, as in "3 hours ago", with its exact time in UTC as the tooltip. */
export function timeAgo(moment: string, lang: string) {
  return time(moment, agoText(moment, lang), lang);
}

/** The date of a moment in the user's zone, with its exact time in UTC as the tooltip. */
export function day(moment: string, lang: string) {
  return time(moment, dateText(moment, lang), lang);
}

/** Date and time of a moment in the user's zone, with its exact time in UTC as the tooltip. */
export function dateTime(moment: string, lang: string) {
  return time(moment, dateTimeText(moment, lang), lang);
}

/** The exact time of a moment in UTC, for a tooltip; empty if the text is no moment. */
export function exactTime(moment: string, lang: string): string {
  if (Number.isNaN(Date.parse(moment))) return '';
  return `${formatMoment(moment, lang, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })} UTC`;
}

/** The text of {@link timeAgo}, in minutes at the finest. A moment in the future, from a wrong clock, counts as now. */
export function agoText(moment: string, lang: string): string {
  let amount = Math.max(0, serverNow() - Date.parse(moment)) / 60_000;
  // "now" rather than "in 0 minutes", but "1 month ago" rather than "last month", which may be yesterday.
  const relative = formatter(Intl.RelativeTimeFormat, lang, { numeric: amount < 1 ? 'auto' : 'always' });
  if (amount < 1) return relative.format(0, 'second');
  for (const [unit, size] of steps) {
    if (amount < size) return relative.format(-Math.floor(amount), unit);
    amount /= size;
  }
  return moment;
}

function time(moment: string, text: string, lang: string) {
  const exact = exactTime(moment, lang);
  if (!exact) return moment;
  return html`<time datetime=${new Date(moment).toISOString()} title=${exact} .textContent=${text}></time>`;
}

/** Renders an element again every minute while its page is visible, so that "3 minutes ago" stays true. */
export class MinuteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #tick: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `tick` is called each minute, before the element renders. */
  constructor(host: ReactiveControllerHost, tick?: () => void) {
    this.#host = host;
    this.#tick = tick;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setTimeout(() => {
      this.hostConnected();
      if (document.visibilityState !== 'visible') return;
      this.#tick?.();
      this.#host.requestUpdate();
    }, 60_000);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}

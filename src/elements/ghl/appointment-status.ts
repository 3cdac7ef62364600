import { html } from 'lit';
import type { Locale } from '../../locales/locale.js';
import type { tablesEn } from './tables.en.js';

const tones: Readonly<Record<string, string>> = { confirmed: 'good', rescheduled: 'warn' };

/** A status in the reader's words where it's one of the vendor's, in whatever case; else as it came. */
export function statusText(status: string, words: Locale<typeof tablesEn>): string {
  const known = status.toLowerCase();
  return ['confirmed', 'cancelled', 'rescheduled'].includes(known) && words.has(known) ? words.t(known) : status;
}

export function statusBadge(status: string, words: Locale<typeof tablesEn>) {
  const known = status.toLowerCase();
  const tone = Object.hasOwn(tones, known) ? tones[known] : '';
  return html`<span class="badge ${tone}" part="badge">${statusText(status, words)}</span>`;
}

import { html } from 'lit';
import type { TableWords } from './calcom-context.js';

const tones: Readonly<Record<string, string>> = {
  accepted: 'good',
  confirmed: 'good',
  pending: 'warn',
  rescheduled: 'warn',
};

/** A status in the reader's words where it's a known one, in whatever case; else as it came. */
export function bookingStatusText(status: string, words: TableWords): string {
  const word = `status.${status.toLowerCase()}`;
  return words.has(word) ? words.t(word) : status;
}

export function bookingStatusBadge(status: string, words: TableWords) {
  const known = status.toLowerCase();
  const tone = Object.hasOwn(tones, known) ? tones[known] : '';
  return html`<span class="badge ${tone}" part="badge">${bookingStatusText(status, words)}</span>`;
}

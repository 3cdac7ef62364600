import { html } from 'lit';

/** The tone of a badge, for a state that is in order, to review, or wrong; empty for a neutral one. */
export type BadgeTone = 'success' | 'warning' | 'danger' | '';

const classes: Readonly<Record<BadgeTone, string>> = { success: 'good', warning: 'warn', danger: 'bad', '': '' };

/** A badge: a state in a word or two. */
export function badge(text: string, tone: BadgeTone = '') {
  return html`<span class="badge ${classes[tone]}" part=${tone ? `badge badge-${tone}` : 'badge'} .textContent=${text}></span>`;
}

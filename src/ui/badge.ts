import { html } from 'lit';

/** What a badge says of a state: in order, to review, wrong, or none of it. */
export type BadgeTone = 'success' | 'warning' | 'danger' | '';

const classes: Readonly<Record<BadgeTone, string>> = { success: 'good', warning: 'warn', danger: 'bad', '': '' };

/** The state of something, in a word or two. */
export function badge(text: string, tone: BadgeTone = '') {
  return html`<span class="badge ${classes[tone]}" part=${tone ? `badge badge-${tone}` : 'badge'} .textContent=${text}></span>`;
}

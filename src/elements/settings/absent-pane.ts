import { html, type TemplateResult } from 'lit';
import { heading } from '../../ui/heading.js';
import { notice } from '../../ui/notice.js';

/** Stands in the place of a pane whose element could not be loaded: its heading, the reason, and a way to try again. */
export function failedPane(label: string | undefined, level: number, reason: string, tryAgain: TemplateResult) {
  return html`<div class="head">${heading(level, label)}</div>
    ${notice(reason, tryAgain, 'alert')}`;
}

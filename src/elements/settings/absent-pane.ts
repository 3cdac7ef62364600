import { html, type TemplateResult } from 'lit';
import { heading } from '../../ui/heading.js';
import { notice } from '../../ui/notice.js';

/** Replaces a pane whose element could not be loaded: the pane's heading, the reason, and a button that tries again. */
export function failedPane(label: string | undefined, level: number, reason: string, tryAgain: TemplateResult) {
  return html`<div class="head">${heading(level, label)}</div>
    ${notice(reason, tryAgain, 'alert')}`;
}

import { html } from 'lit';
import type { Locale } from '../../locales/locale.js';
import { checkField } from '../../ui/check-field.js';
import type { dialogsEn } from './dialogs.en.js';

/** What replacing a key comes to: at leisure, or because it has leaked. */
export function replaceKeyIntro(
  isLeaked: boolean,
  changed: (isLeaked: boolean) => void,
  { t }: Locale<typeof dialogsEn>,
) {
  const steps = [t('replaceSteps1'), t('replaceSteps2'), t('replaceSteps3')];
  const plan = html`<p>${t('replaceIntro')}</p>
    <ol>
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>`;
  return html`
    <div>${isLeaked ? html`<p>${t('leakedIntro')}</p>` : plan}</div>
    ${checkField('leaked', t('isLeaked'), isLeaked, changed)}
  `;
}

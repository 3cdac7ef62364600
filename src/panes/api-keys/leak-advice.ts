import { html, nothing } from 'lit';
import type { ApiKey } from '../../contract/api-keys.js';
import type { Locale } from '../../locales/locale.js';
import { selectField } from '../../ui/field.js';
import type { editingEn } from './editing-en.js';

/** What to do after a leak, step by step, and the shortest way through the first of them. */
export function leakAdvice(keys: readonly ApiKey[], { t }: Locale<typeof editingEn>, replace: (key: ApiKey) => void) {
  const steps = [t('adviceSteps1'), t('adviceSteps2'), t('adviceSteps3'), t('adviceSteps4'), t('adviceSteps5')];
  const begin = (event: Event) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement).get('leaked-key');
    const key = keys.find(({ id }) => id === chosen);
    if (key) replace(key);
  };
  return html`<div class="advice">
    <ol>
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    ${
      keys.length
        ? html`<form class="row" @submit=${begin}>
            ${selectField({
              name: 'leaked-key',
              label: t('leakedKey'),
              value: '',
              options: keys.map(({ id, name }) => ({ value: id, text: name })),
            })}
            <button class="secondary danger" part="button button-danger">${t('replaceLeaked')}</button>
          </form>`
        : nothing
    }
  </div>`;
}

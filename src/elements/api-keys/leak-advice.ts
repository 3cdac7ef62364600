import { html, nothing } from 'lit';
import type { ApiKey } from '../../contract/api-keys.js';
import type { Locale } from '../../locales/locale.js';
import { selectField } from '../../ui/field.js';
import type { dialogsEn } from './dialogs.en.js';

/** The choice of the leaked key. It is stored as an id, because the list may change after the choice. */
export interface LeakedKey {
  readonly id: string;
  readonly choose: (id: string) => void;
  readonly replace: (key: ApiKey) => void;
}

/** The steps to take after a leak, and a form that starts the first step. */
export function leakAdvice(keys: readonly ApiKey[], leaked: LeakedKey, { t }: Locale<typeof dialogsEn>) {
  const steps = [t('adviceSteps1'), t('adviceSteps2'), t('adviceSteps3'), t('adviceSteps4'), t('adviceSteps5')];
  const begin = (event: Event) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement).get('leaked-key');
    const key = keys.find(({ id }) => id === chosen);
    if (key) leaked.replace(key);
  };
  const choose = ({ target }: Event) => leaked.choose((target as HTMLSelectElement).value);
  return html`<div class="advice">
    <ol>
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    ${
      keys.length
        ? html`<form class="row" @submit=${begin} @input=${choose}>
            ${selectField({
              name: 'leaked-key',
              label: t('leakedKey'),
              value: leaked.id,
              options: keys.map(({ id, name }) => ({ value: id, text: name })),
            })}
            <button class="secondary danger" part="button button-danger">${t('replaceLeaked')}</button>
          </form>`
        : nothing
    }
  </div>`;
}

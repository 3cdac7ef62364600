import { html } from 'lit';
import type { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';
import { copyElement } from './copy.js';
import type { Fact } from './facts.js';

/** An id or the like as a fact, with a button that copies the id; `copyLabel` names the button. */
export function copyFact(
  label: string,
  code: string,
  copyLabel: string,
  { announce, shared }: { announce(text: string): void; shared(): Locale<typeof en> },
): Fact {
  const copy = async ({ currentTarget }: Event) => {
    const element = (currentTarget as Element).parentElement?.querySelector('code');
    if (element) announce(shared().t((await copyElement(element)) ? 'copied' : 'notCopied'));
  };
  return {
    label,
    value: html`<code part="code" translate="no" tabindex="-1">${code}</code>`,
    button: html`<button class="secondary" part="button" type="button" aria-label=${copyLabel} @click=${copy}>
      ${shared().t('copy')}
    </button>`,
  };
}

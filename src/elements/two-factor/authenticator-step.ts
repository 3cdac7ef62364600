import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { TwoFactorSetup } from '../../resources/two-factor-mutations.js';
import { copyField } from '../../ui/copy.js';
import { textField } from '../../ui/field.js';
import { qrPicture } from '../../ui/qr-picture.js';
import { codeField, type StepForm, stepEnd } from './credentials-step.js';
import type { DialogWords } from './two-factor-context.js';

/** What an authenticator app is told, and the form for its first code. */
export interface AuthenticatorStep extends StepForm {
  readonly setup: TwoFactorSetup;
  /** Until the server forgets the set-up, by this device's clock; `undefined` where that says nothing. */
  readonly secondsLeft: number | undefined;
  /** What is said of the last attempt to copy the key. */
  readonly status: string;
  readonly copied: (isCopied: boolean) => void;
  readonly restart: () => void;
}

/** Shows the key as a picture and in letters, and asks for a code made of it. */
export function authenticatorStep(step: AuthenticatorStep, words: DialogWords) {
  const { setup, objectionTo } = step;
  const { t } = words;
  const copy = async (event: Event) => {
    const field = (event.currentTarget as Element).parentElement?.querySelector('input');
    if (field) step.copied(await copyField(field));
  };
  const button = html`<button class="secondary" part="button" type="button" @click=${copy}>${t('copyKey')}</button>`;
  return html`
    <p>${t('scanIntro')}</p>
    ${guard([setup, words], () => qrPicture(setup.otpauth_url, t('picture')))}
    <div class="key">
      ${textField({ name: 'setup_key', label: t('setupKey'), value: setup.secret, readonly: true, button })}
      <p class="help" role="status">${step.status}</p>
    </div>
    ${expiry(step, words)}
    <form class="stack" novalidate @input=${step.typed} @submit=${step.submit}>
      ${codeField('code', objectionTo('code'), true, words)} ${stepEnd(step, t('verify'), false, words)}
    </form>
  `;
}

/** How long there is, and near the end the way to more of it. The code can be tried all the same: the server decides. */
function expiry({ secondsLeft, restart }: AuthenticatorStep, { t, lang }: DialogWords) {
  if (secondsLeft === undefined) return nothing;
  const isSoon = secondsLeft < 60;
  const [amount, unit] = isSoon ? [secondsLeft, 'second'] : [Math.round(secondsLeft / 60), 'minute'];
  const time = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
  return html`<div class="row start">
    <p class="help">
      <span role="timer">${secondsLeft ? t('expiresIn', { time }) : nothing}</span>
      <span class=${secondsLeft ? 'hidden' : 'warn'} role="status">
        ${isSoon ? t(secondsLeft ? 'expiresSoon' : 'expired') : ''}
      </span>
    </p>
    ${
      isSoon
        ? html`<button class="secondary" part="button" type="button" @click=${restart}>${t('startAgain')}</button>`
        : nothing
    }
  </div>`;
}

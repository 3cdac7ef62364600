import { html, nothing } from 'lit';
import type { CalcomAccount } from '../../contract/calcom.js';
import type { Locale } from '../../locales/locale.js';
import { isBroken } from '../../resources/calcom.js';
import { badge } from '../../ui/badge.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import type { en } from './en.js';

/** Matches texts that look like a Cal.com key. Answers should not contain a key; if one does, the key is masked. */
const key = /\bcal_\w{6,}/g;

/** An account's name, else its email address, else a general name. */
export function accountName({ account_name, email }: CalcomAccount, { t }: Locale<typeof en>): string {
  return account_name || email || t('unnamed');
}

/** Cal.com's message about a broken account or connection. */
export function saysText(error: string, { fill }: Locale<typeof en>) {
  return html`<p class="facts bad">${fill('says', { error: bidiIsolate(error.replace(key, 'cal_…')) })}</p>`;
}

/** The actions that a user may take on an account. */
interface AccountActions {
  reconnect(): void;
  disconnect(): void;
}

/** A connected account with its state; without `actions` for users who may not change it. */
export function accountRow(account: CalcomAccount, actions: AccountActions | undefined, locale: Locale<typeof en>) {
  const { t } = locale;
  const name = accountName(account, locale);
  const { email, error } = account;
  // The name follows the visible text in every language, so that the label begins with the visible text (WCAG 2.5.3).
  const button = (text: string, className: string, act: () => void) =>
    html`<button class=${className} part="button" @click=${act}>
      ${text}<span class="hidden"> ${bidiIsolate(name)}</span>
    </button>`;
  return html`<div>
      <p class="title">${clippedName(name)} ${badge(statusText(account, locale), isBroken(account) ? 'warning' : 'success')}</p>
      ${email && email !== name ? html`<p class="facts">${bidiIsolate(email)}</p>` : nothing}
      ${error ? saysText(error, locale) : nothing}
    </div>
    ${
      actions
        ? html`<div class="actions row">
            ${isBroken(account) ? button(t('reconnectAccount'), 'secondary', actions.reconnect) : nothing}
            ${button(t('disconnect'), 'quiet danger', actions.disconnect)}
          </div>`
        : nothing
    }`;
}

/** A known status, in upper or lower case, in the user's language; any other status as the server sent it. */
function statusText(account: CalcomAccount, locale: Locale<typeof en>): string {
  const { status = isBroken(account) ? 'inactive' : 'active' } = account;
  return locale.find(`account.${status.toLowerCase()}`) ?? status;
}

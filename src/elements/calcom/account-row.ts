import { html, nothing } from 'lit';
import type { CalcomAccount } from '../../contract/calcom.js';
import type { Locale } from '../../locales/locale.js';
import { isBroken } from '../../resources/calcom.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import type { en } from './en.js';

/** What looks like a key of Cal.com; no answer should hold one, and none is shown. */
const key = /\bcal_\w{6,}/g;

/** An account's name, else its address, else a word for that it has none. */
export function accountName({ account_name, email }: CalcomAccount, { t }: Locale<typeof en>): string {
  return account_name || email || t('unnamed');
}

/** A connected account, how it stands, and what can be done about it; `disconnect` is left out where nothing can. */
export function accountRow(account: CalcomAccount, disconnect: (() => void) | undefined, locale: Locale<typeof en>) {
  const { t, fill } = locale;
  const name = accountName(account, locale);
  const { id, email, error } = account;
  return html`<li part="row" data-id=${id}>
    <div>
      <p class="title">
        ${clippedName(name)}
        <span class="badge ${isBroken(account) ? 'warn' : 'good'}" part="badge">${statusText(account, locale)}</span>
      </p>
      ${email && email !== name ? html`<p class="facts">${bidiIsolate(email)}</p>` : nothing}
      ${error ? html`<p class="facts bad">${fill('says', { error: bidiIsolate(error.replace(key, 'cal_…')) })}</p>` : nothing}
    </div>
    ${
      disconnect
        ? html`<div class="actions">
            <button class="quiet danger" part="button button-danger" data-act @click=${disconnect}>
              ${t('disconnect')}<span class="hidden"> ${bidiIsolate(name)}</span>
            </button>
          </div>`
        : nothing
    }
  </li>`;
}

/** A status in the reader's words where it's a known one, in whatever case; else as it came. */
function statusText(account: CalcomAccount, locale: Locale<typeof en>): string {
  const { status = isBroken(account) ? 'inactive' : 'active' } = account;
  const word = `account.${status.toLowerCase()}`;
  return locale.has(word) ? locale.t(word) : status;
}

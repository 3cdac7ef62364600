import { html, nothing, type TemplateResult } from 'lit';
import type { AgniError } from '../../client/error.js';
import type { HostContext } from '../../context/host.js';
import type { en } from '../../locales/en.js';
import { errorsEn } from '../../locales/errors.en.js';
import type { Locale } from '../../locales/locale.js';
import { hint } from '../../ui/hint.js';
import { notice } from '../../ui/notice.js';
import { autoRetry } from './auto-retry.js';
import type { PaneState } from './pane.js';

/** The data of a pane without content that its notice needs. */
interface ContentlessPane {
  readonly hostContext: HostContext | undefined;
  /** Whether a temporary password has to be changed first. */
  readonly needsNewPassword: boolean;
  readonly loadError: AgniError | undefined;
  /** Why the data was not loaded or may not be seen, in words. */
  readonly reason: string;
  readonly shared: Locale<typeof en>;
  readonly tryAgain: TemplateResult;
  refresh(): unknown;
}

/** The reason why a pane shows no content, with the user's next step. Temporary failures are retried automatically. */
export function stateNotice(state: PaneState, { hostContext, needsNewPassword, ...pane }: ContentlessPane) {
  const { t } = pane.shared;
  const words = pane.shared.sibling(errorsEn);
  if (!hostContext) {
    hint('Put the elements into <agni-provider> with getToken or auth-mode="cookie", or call configure().');
    return notice(words.t('error.NO_PROVIDER'), nothing, 'alert');
  }
  const { goToPasswordChange, options } = hostContext;
  const signIn =
    options.signInUrl && html`<a class="button secondary" part="button" href=${options.signInUrl}>${t('signIn')}</a>`;
  if (state === 'signed-out') return notice(t('signedOut'), signIn || pane.tryAgain);
  if (needsNewPassword) {
    const change =
      goToPasswordChange &&
      html`<button class="primary" part="button button-primary" @click=${goToPasswordChange}>${t('changePassword')}</button>`;
    return notice(words.t('error.PASSWORD_CHANGE_REQUIRED'), change || signIn || nothing);
  }
  if (state !== 'error') return notice(pane.reason);
  const retry = isPassing(pane.loadError)
    ? html`<span class="muted">${autoRetry(pane.refresh, words)}</span>`
    : nothing;
  return notice(html`<span>${pane.reason}</span> ${retry}`, pane.tryAgain, 'alert');
}

/** Whether a retry may succeed: the server did not answer, or it answered with a status of 500 or above. */
function isPassing(error: AgniError | undefined): boolean {
  return !!error && (error.code === 'NETWORK_ERROR' || error.code === 'TIMEOUT' || error.status >= 500);
}

import { html, nothing, type TemplateResult } from 'lit';
import type { HostContext } from '../../context/host.js';
import type { en } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import { hint } from '../../ui/hint.js';
import { notice } from '../../ui/notice.js';
import { skeleton } from '../../ui/skeleton.js';
import type { PaneState } from './pane.js';

/** A pane that shows no content, as far as the notice in its place needs to know. */
interface ContentlessPane {
  readonly hostContext: HostContext | undefined;
  /** Whether a temporary password has to be changed first. */
  readonly needsNewPassword: boolean;
  /** Why the data was not loaded or may not be seen, in words. */
  readonly reason: string;
  readonly shared: Locale<typeof en>;
  readonly tryAgain: TemplateResult;
}

/** What stands in place of a pane's content: loading, or the reason why there is none, with what the user can do. */
export function stateNotice(state: PaneState, { hostContext, needsNewPassword, ...pane }: ContentlessPane) {
  const { t } = pane.shared;
  if (state === 'loading') return skeleton();
  if (!hostContext) {
    hint('Put the elements into <agni-provider> with getToken or auth-mode="cookie", or call configure().');
    return notice(t('error.NO_PROVIDER'), nothing, 'alert');
  }
  const { goToPasswordChange, options } = hostContext;
  const signIn =
    options.signInUrl && html`<a class="button secondary" part="button" href=${options.signInUrl}>${t('signIn')}</a>`;
  if (state === 'signed-out') return notice(t('signedOut'), signIn || pane.tryAgain);
  if (needsNewPassword) {
    const change =
      goToPasswordChange &&
      html`<button class="primary" part="button button-primary" @click=${goToPasswordChange}>${t('changePassword')}</button>`;
    return notice(t('error.PASSWORD_CHANGE_REQUIRED'), change || signIn || nothing);
  }
  return state === 'error' ? notice(pane.reason, pane.tryAgain, 'alert') : notice(pane.reason);
}

import type { AgniError } from '../../client/error.js';
import { isSentence } from '../../contract/sentence.js';
import type { en } from '../../locales/en.js';
import { errorsEn } from '../../locales/errors.en.js';
import type { Locale, Words } from '../../locales/locale.js';
import { hint } from '../../ui/hint.js';
import type { FieldError } from './form-controller.js';
import type { ExplainedElement } from './pane-events.js';

export { stateNotice } from './state-notice.js';

type Shared = Pick<Locale<typeof en>, 't' | 'find' | 'sibling'>;
type Own = Pick<Locale<Words>, 'find'>;

/** The message of an error: the element's words for its code, else the shared words, else the server's sentence. */
export function errorMessage(error: AgniError, own: Own, shared: Shared): string {
  const { code, host, message, operation, retryAfter: count, status } = error;
  const words = shared.sibling(errorsEn);
  if (count && code === 'RATE_LIMITED') return words.t('retryAfter', { count });
  const isUnreachable = code === 'NETWORK_ERROR';
  if (isUnreachable && !navigator.onLine) return shared.t('error.OFFLINE');
  if (isUnreachable)
    hint(
      `No response from ${host} (${thrownText(error.cause)}). If it runs, check that it allows requests from this page (CORS).`,
    );
  if (status === 419)
    hint(`${operation} was refused with 419. Set headers on <agni-provider> to a current CSRF token.`);
  if (code === 'HOST_MISTAKE') hint(message);
  if (code === 'NO_ORGANIZATION') hint('Nothing says which organization to show. Set org-id on <agni-provider>.');
  const key = `error.${code}`;
  const known = own.find(key) ?? shared.find(key) ?? words.find(key);
  return known ?? (code !== 'HOST_MISTAKE' && isSentence(message) ? message : shared.t('error.UNKNOWN'));
}

/** The value that `fetch` threw, as text. A host's `fetch` may throw an object without text: `Object.create(null)`. */
function thrownText(cause: unknown): string {
  try {
    return String(cause);
  } catch {
    return typeof cause;
  }
}

/** Why a field was refused: words for the reason, else the server's sentence, else a general message. */
export function fieldErrorMessage({ reason, values }: FieldError, own: Own, shared: Shared): string {
  const words = shared.sibling(errorsEn);
  const key = `invalid.${reason}`;
  const known = own.find(key, values) ?? words.find(key, values);
  return known ?? (isSentence(reason) ? reason : words.t('invalid.other'));
}

/**
 * Writes the mistakes of the host page around an element to the console; without an element, the unregistered tags. If the
 * search fails, writes why: a rejection would be an error of the host page.
 */
export async function reportMistakes(pane?: ExplainedElement): Promise<void> {
  try {
    const { findMistakes, unregistered } = await import('./mistakes.lazy.js');
    const mistakes = await (pane ? findMistakes(pane) : unregistered(document));
    for (const mistake of mistakes) hint(`${mistake} See docs/console.md of the package.`);
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: what fails is the kit's code or its delivery
    console.error(error);
  }
}

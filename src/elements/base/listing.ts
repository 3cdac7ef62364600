import { css, html, nothing } from 'lit';
import type { ResourceController } from '../../context/resource-controller.js';
import type { Words } from '../../locales/locale.js';
import { notice } from '../../ui/notice.js';
import type { PaneContext } from './pane-context.js';

/** Styles of the sections below a pane's first one. */
export const listingStyles = css`
  .part {
    margin-block-start: calc(8 * var(--_space));
  }
  .subheading {
    margin-block-end: calc(3 * var(--_space));
    font-weight: 600;
  }
  .part .tools .field + .field {
    flex-grow: 1;
  }
`;

/** A heading within a pane. */
export function subheading(level: number, text: string) {
  return html`<p class="subheading" role="heading" aria-level=${Math.min(6, level)}>${text}</p>`;
}

/** A list with data of its own: loading, the reason why it is missing, or the list. */
export function listing<T>(
  source: ResourceController<T>,
  { errorMessage, shared }: Pick<PaneContext<Words>, 'errorMessage' | 'shared'>,
  show: (value: T) => unknown,
) {
  const { state } = source;
  const { t } = shared();
  const tryAgain = html`<button class="secondary" part="button" @click=${() => source.refetch()}>${t('tryAgain')}</button>`;
  if (state.status === 'failed') return notice(errorMessage(state.error), tryAgain, 'alert');
  if (state.status !== 'ready') return html`<p class="muted" aria-busy="true">${t('loading')}</p>`;
  return [state.isStale ? notice(t('stale'), tryAgain) : nothing, show(state.value)];
}

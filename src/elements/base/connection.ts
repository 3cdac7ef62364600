import { css, html } from 'lit';
import type { ResourceController } from '../../context/resource-controller.js';
import type { Locale } from '../../locales/locale.js';
import { serviceMarks } from '../../theme/service-marks.js';
import { tabStyles } from '../../theme/tabs.js';
import { type BadgeTone, badge } from '../../ui/badge.js';
import type { connectionEn } from './connection.en.js';

const tones: Readonly<Record<keyof typeof connectionEn, BadgeTone>> = {
  active: 'success',
  none: '',
  reconnect: 'warning',
  incomplete: 'warning',
};

/** A badge with the state of a connection. */
export function connectionBadge(connection: keyof typeof connectionEn, { t }: Pick<Locale<typeof connectionEn>, 't'>) {
  return badge(t(connection), tones[connection]);
}

/** Styles of a service's view: tabs, and sections in a frame with the button that disconnects at the end. */
export const serviceViewStyles = [
  serviceMarks,
  tabStyles,
  css`
    .head:has(.mark) > div {
      flex-basis: 14em;
    }
    .overview {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(4 * var(--_space));
    }
    .overview > * {
      margin: 0;
    }
    [role='tablist'] {
      margin-block-end: calc(5 * var(--_space));
    }
    .notice + [role='tablist'] {
      margin-block-start: calc(4 * var(--_space));
    }
    .ending {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    }
    .ending > p {
      flex: 1 1 18em;
      max-inline-size: 60ch;
      color: var(--_muted);
    }
    @container (width < 40rem) {
      .count {
        display: none;
      }
    }
  `,
];

/** The number beside a tab's label. A space takes its place until the number is loaded, so that tabs do not move. */
export function tabCount({ state }: ResourceController<readonly unknown[]>, lang: string): string | undefined {
  if (state.status === 'failed') return undefined;
  return state.status === 'ready' ? state.value.length.toLocaleString(lang) : '\u2007';
}

/** The button that ends a connection, with the consequence beside it. */
export function disconnectRow(consequence: string, label: string, act: () => void) {
  return html`<div class="ending">
    <p>${consequence}</p>
    <button class="secondary danger" part="button button-danger" @click=${act}>${label}</button>
  </div>`;
}

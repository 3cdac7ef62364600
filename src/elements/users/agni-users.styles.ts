import { css } from 'lit';

/** Tabs with the meter of seats beside them, and the cells of both tables. */
export const styles = css`
  .skeleton {
    --_wide: 2.5em 2.4em 31.4em;
    --_narrow: 5em 5.4em 46em;
  }
  .skeleton > :first-child {
    border: 0; /* tabs have no frame */
  }
  .views {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .views [role='tablist'] {
    grid-area: 1 / 1;
  }
  .seats {
    display: grid;
    align-content: center;
    grid-area: 1 / 2;
    inline-size: 12em;
    padding-block-end: var(--_space);
    border-block-end: var(--_line) solid var(--_border);
    font-size: var(--_small);
  }
  .views > [role='tabpanel'] {
    grid-column: 1 / -1;
    padding-block-start: calc(4 * var(--_space));
  }
  .head .row {
    gap: calc(2 * var(--_space));
  }
  #users-panel {
    --_columns: minmax(0, 5fr) minmax(0, 1.8fr) minmax(0, 2fr) minmax(0, 2fr) auto;
  }
  tbody th {
    display: grid;
    grid-template-columns: auto minmax(0, max-content) auto 1fr;
    align-items: center;
    column-gap: calc(2 * var(--_space));
    padding-block: 0;
  }
  .avatar {
    grid-row: 1 / span 2;
    margin-inline-end: var(--_space);
  }
  tbody th .badge {
    justify-self: start;
  }
  tbody th :is(.facts, .error) {
    grid-column: 2 / -1;
  }
  tbody th :is(.name, .facts) {
    justify-self: start;
    max-inline-size: 100%;
  }
  td[data-key='role'] button {
    min-block-size: var(--_target);
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    color: inherit;
    text-decoration: underline dotted var(--_border);
    text-underline-offset: 0.3em;
  }
  .dot::before {
    content: '';
    display: inline-block;
    inline-size: max(0.4375rem, 7px); /* whole pixels: a fraction would make an oval */
    aspect-ratio: 1;
    margin-inline-end: calc(1.5 * var(--_space));
    border-radius: 50%;
    background: currentcolor;
    vertical-align: 0.1em;
  }
  .dot:not(.good),
  tbody [data-key='lastLogin'] {
    color: var(--_muted);
  }
  .pager select {
    inline-size: auto;
  }
  .note {
    margin-block-start: calc(3 * var(--_space));
  }
  @container (width < 40rem) {
    .views {
      grid-template-columns: minmax(0, 1fr);
    }
    .views [role='tablist'] {
      grid-row: 2;
    }
    .seats {
      grid-area: 1 / 1;
      inline-size: auto;
      min-block-size: 3em;
      border: 0;
    }
    [data-key='invited'] {
      order: 3;
    }
    td {
      position: relative;
    }
    /* A dot in the gap after a fact. */
    :is([data-key='role'], [data-key='twoFactor'])::after {
      content: '·';
      position: absolute;
      inset-block: 0;
      inset-inline-start: 100%;
      display: grid;
      place-items: center;
      inline-size: calc(2 * var(--_space));
    }
  }
  /* Every line of a card starts where the name does, beside the avatar. */
  @container (22rem <= width < 40rem) {
    tr {
      padding-inline-start: calc(2.2858em + 7 * var(--_space));
    }
    tbody th {
      margin-inline-start: calc(-2.2858em - 3 * var(--_space));
    }
  }
  @container (width < 26rem) {
    .count {
      min-inline-size: 0;
      padding: 0;
      background: none;
    }
  }
  @container (width < 14rem) {
    .avatar {
      display: none;
    }
    tbody th {
      display: block;
    }
  }
`;

import { css } from 'lit';

/**
 * Tables in one frame. A table sets `--_columns`, the widths of its columns as in `grid-template-columns`; cells clip
 * text that is too long. Where the pane is narrower than 40rem, each row is a card: its first cell with the actions
 * beside it, and the other cells in a second line.
 */
export const tables = css`
  .table {
    border: var(--_line) solid var(--_border);
    border-radius: var(--_card-radius);
  }
  table {
    display: grid;
    grid-template-columns: var(--_columns);
    column-gap: calc(4 * var(--_space));
    text-align: start;
  }
  thead,
  tbody,
  tr {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
  }
  tr {
    align-items: center;
    min-block-size: var(--_row);
    padding-inline: calc(4 * var(--_space));
  }
  thead tr {
    min-block-size: 2.6em;
    color: var(--_muted);
    font-size: var(--_small);
    border-radius: var(--_card-radius) var(--_card-radius) 0 0;
  }
  tbody tr {
    border-block-start: var(--_line) solid var(--_border);
  }
  th,
  td {
    min-inline-size: 0;
    padding: var(--_space) 0;
    font-weight: inherit;
    text-align: start;
  }
  thead button {
    min-block-size: var(--_target);
    gap: var(--_space);
    margin-inline-start: calc(-1.5 * var(--_space) - var(--_line));
    padding: 0 calc(1.5 * var(--_space));
    text-align: start;
  }
  thead [aria-sort] button {
    color: var(--_text);
    font-weight: 600;
  }
  /* Two chevrons, or the arrow of the column that sorts. They are cut out of a border, which is visible in forced colors. */
  thead button::after,
  .sort::after {
    content: '';
    flex: none;
    inline-size: 1.143em;
    border-block-start: 1.143em solid;
    clip-path: polygon(
      28% 34%,
      50% 12%,
      72% 34%,
      65% 41%,
      50% 25%,
      35% 41%,
      28% 34%,
      28% 66%,
      50% 88%,
      72% 66%,
      65% 59%,
      50% 75%,
      35% 59%,
      28% 66%
    );
  }
  thead [aria-sort] button::after,
  .sort[data-value]::after {
    clip-path: polygon(50% 12%, 75% 37%, 69% 44%, 55% 30%, 55% 86%, 45% 86%, 45% 30%, 31% 44%, 25% 37%);
  }
  thead [aria-sort='descending'] button::after,
  .sort[data-value$='↓']::after {
    rotate: 180deg;
  }
  @media (forced-colors: none) {
    thead button:not(:hover, :focus-visible, [aria-sort] *)::after {
      border-color: var(--_control-border);
    }
  }
  .clip {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Clips a name at its own end, even in a text of the other direction. */
  .clip:where(:not(bdi):has(> bdi)) {
    display: flex;
    white-space: pre;
  }
  .clip > bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  td.actions:not([hidden]) {
    display: flex;
    justify-content: end;
    margin-inline-end: calc(-2 * var(--_space));
  }
  [aria-busy='true'] tbody {
    cursor: progress;
  }
  .table + .pager {
    margin-block-start: calc(4 * var(--_space));
  }
  @container (width < 40rem) {
    table,
    tbody {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    /* A field above the cards sorts instead; screen readers still read the label. */
    thead button {
      display: none;
    }
    thead [data-label]::before {
      content: attr(data-label);
    }
    tbody tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(2 * var(--_space));
      padding-block: calc(1.5 * var(--_space));
    }
    thead + tbody tr:first-child {
      border: 0;
    }
    tbody th {
      flex: 1 0 calc(100% - var(--_height) - 1 * var(--_space)); /* all but the menu button */
      padding: 0;
    }
    /* All facts in one line where they fit. */
    tbody td {
      order: 2;
      padding: 0;
      color: var(--_muted);
      font-size: var(--_tiny);
    }
    tbody td.actions {
      order: 1;
    }
    td[data-label]::before,
    td [data-label]::before {
      all: revert;
      content: attr(data-label) ' ';
    }
  }
`;

import { css } from 'lit';

/** Tables: in one border, scrolling in themselves where they are wider than the pane. */
export const tables = css`
  .table {
    position: relative; /* what is only read out scrolls along, or it would make the page itself wider */
    overflow-x: auto;
    border: 1px solid var(--_border);
    border-radius: calc(1.43 * var(--_radius));
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    text-align: start;
    overflow-wrap: normal;
  }
  caption {
    padding: calc(3 * var(--_space)) calc(4 * var(--_space)) 0;
    font-weight: 500;
    text-align: start;
  }
  th,
  td {
    padding: calc(2.5 * var(--_space)) calc(4 * var(--_space));
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--_muted);
    font-size: var(--_small);
    font-weight: 500;
    white-space: nowrap;
  }
  tbody th {
    font-weight: 500;
  }
  tbody .name {
    min-inline-size: 8em;
    max-inline-size: 18em;
    overflow-wrap: anywhere;
    font-weight: inherit;
  }
  th .facts {
    font-weight: 400;
  }
  tbody tr {
    border-block-start: 1px solid var(--_border);
  }
  td.actions {
    padding: calc(0.75 * var(--_space)) calc(2 * var(--_space));
    text-align: end;
    white-space: nowrap;
  }
  .table + .pager {
    margin-block-start: calc(4 * var(--_space));
  }
  @container (width < 46em) {
    th,
    td {
      padding-inline: calc(2 * var(--_space));
    }
    td.actions {
      padding-inline: 0;
    }
    tbody .name {
      min-inline-size: 6em;
    }
    td time {
      display: inline-block;
      min-inline-size: 7em;
      white-space: normal;
    }
  }
`;

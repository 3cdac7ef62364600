import { css, unsafeCSS } from 'lit';

/**
 * Tables where there is no room for columns: each row is a card, and each cell has its heading with it, from
 * `data-label`. Which cell stands where is the pane's to say. A table that isn't drawn as one is none to some browsers,
 * so it needs its roles said.
 */
export const cards = (room: string) => css`
  @container (width < ${unsafeCSS(room)}) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    table,
    tbody {
      display: block;
    }
    tbody tr {
      display: grid;
      gap: calc(2.5 * var(--_space)) calc(4 * var(--_space));
      padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    }
    tbody tr:first-child {
      border: 0;
    }
    tbody :is(th, td) {
      padding: 0;
    }
    [data-label]::before {
      content: attr(data-label);
      content: attr(data-label) / '';
      display: block;
      color: var(--_muted);
      font-size: var(--_tiny);
    }
  }
`;

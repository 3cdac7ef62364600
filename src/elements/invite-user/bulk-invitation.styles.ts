import { css } from 'lit';
import { saveBars } from '../../theme/save-bars.js';
import { tables } from '../../theme/tables.js';

const bulk = css`
  .bulk .field {
    max-inline-size: none;
  }
  .bulk [hidden] {
    display: none;
  }
  .summary {
    flex: 1 1 12em;
  }
  .bulk table {
    --_columns: max-content minmax(0, 2.2fr) repeat(2, minmax(0, 1fr)) max-content;
    column-gap: calc(2 * var(--_space));
  }
  .bulk table:has([data-key='role']) {
    --_columns: max-content minmax(0, 2.2fr) repeat(2, minmax(0, 1fr)) 7.5em max-content;
  }
  .bulk tbody tr {
    align-items: start;
    padding-block: calc(2 * var(--_space));
  }
  .bulk tbody :is(th, td) {
    padding: 0;
  }
  .bulk tbody :is([data-key='status'], [data-key='role'], .clip) {
    line-height: var(--_height);
  }
  .bulk tbody .error {
    margin-block-start: var(--_space);
    line-height: 1.43;
  }
  .bulk [data-key='status'] {
    min-inline-size: 4.5em;
  }
  .bulk tbody .clip {
    padding-inline-start: calc(2.5 * var(--_space) + var(--_line)); /* as in a field */
  }
  .bulk .save-bar > p {
    flex-basis: 100%;
  }
  .caption {
    display: none;
  }
  progress {
    inline-size: min(100%, 18em);
    accent-color: var(--_accent);
  }
  @container (width < 40rem) {
    .bulk tbody tr {
      gap: var(--_space) calc(2 * var(--_space));
    }
    .bulk tbody :is(th, td) {
      flex: 1 1 40%;
      order: 2;
      color: inherit;
      font-size: inherit;
    }
    .bulk tbody th {
      flex-basis: 100%;
    }
    .bulk tbody td:is([data-key='status'], [data-key='role'], .actions) {
      flex: 0 1 auto;
      order: 1;
    }
    .bulk tbody td[data-key='status'] {
      flex: 1;
      order: 0;
    }
    .bulk tbody .clip {
      padding: 0;
      line-height: inherit;
    }
    .caption {
      display: block;
      color: var(--_muted);
      font-size: var(--_tiny);
      line-height: 1.43;
    }
  }
`;

/** Styles of the bulk invitation: a table, or cards where there is no room for columns. */
export const bulkInvitationStyles = [tables, saveBars, bulk];

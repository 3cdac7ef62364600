import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 2.4em 26em;
    --_narrow: 5em 43em;
  }
  .table {
    --_columns: minmax(14.6em, 5fr) minmax(0, 2.6fr) minmax(0, 3.5fr) minmax(0, 3.2fr) auto;
  }
  .filters {
    min-block-size: var(--_height); /* its fields come later */
    margin-block-end: calc(3 * var(--_space));
  }
  td .badge {
    display: inline-block;
    white-space: normal;
  }
  .notice {
    margin-block-start: calc(6 * var(--_space));
  }
  .limit {
    margin-block-start: calc(3 * var(--_space));
  }
  .notice .warn {
    margin-inline-end: calc(1 * var(--_space));
  }
  @container (width < 40rem) {
    .filters {
      min-block-size: calc(2 * var(--_height) + 2 * var(--_space));
    }
    td[data-key='created'] {
      display: none;
    }
  }
`;

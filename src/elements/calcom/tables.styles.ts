import { css } from 'lit';

/** Looks of the tables, and of a field with its button. */
export const calcomTableStyles = css`
  td select {
    min-inline-size: 8em;
  }
  td .help,
  td .error {
    max-inline-size: 36ch;
    margin-block-start: calc(1 * var(--_space));
  }
  .lookup {
    margin-block-end: calc(4 * var(--_space));
  }
  .lookup .found:empty {
    display: none;
  }
  .found {
    margin-block-start: calc(2 * var(--_space));
  }
`;

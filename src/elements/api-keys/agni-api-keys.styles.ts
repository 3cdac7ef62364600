import { css } from 'lit';

export const styles = css`
  .table {
    --_columns: minmax(0, 5fr) minmax(0, 2.6fr) minmax(0, 3.5fr) minmax(0, 3.2fr) auto;
    margin-block-start: calc(3 * var(--_space));
  }
  .name.clip {
    display: block;
  }
  td .badge {
    display: inline-block;
    white-space: normal;
  }
  .replacement {
    margin-block-start: calc(2 * var(--_space));
    padding-inline-start: calc(2.5 * var(--_space));
    border-inline-start: 2px solid var(--_warning);
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
    td[data-key='created'] {
      display: none;
    }
  }
`;

import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 2.4em 26em;
    --_narrow: 2.4em 34.8em;
  }
  .table {
    --_columns: minmax(14.6em, 5fr) minmax(0, 2.6fr) minmax(min-content, 3.5fr) minmax(min-content, 3.2fr) auto;
  }
  .filters {
    min-block-size: var(--_height); /* the fields load later */
    margin-block-end: calc(3 * var(--_space));
  }
  td .badge {
    display: inline-block;
    white-space: normal;
  }
  @container (width >= 40rem) {
    td .badge {
      display: block; /* below its date at every width */
      inline-size: fit-content;
    }
  }
  .notice {
    margin-block-start: calc(6 * var(--_space));
  }
  .limit {
    margin-block-start: calc(3 * var(--_space));
  }
  @container (width < 40rem) {
    .filters .search {
      flex-basis: 8em;
    }
    .filters .filter:not(.sort) {
      flex: 0 1 auto;
    }
    td .badge {
      margin-block: calc(-1 * var(--_line)); /* keeps the badge as high as the text beside it */
    }
    [data-key='expires'] .bad {
      margin-inline-start: var(--_space);
    }
    /* A date and its badge state the same fact, so only one of them is shown. */
    [data-key='expires'] :has(+ .warn),
    [data-key='used'] [data-label] + .badge {
      display: none;
    }
    [data-key='expires'] :has(+ .bad)::before {
      content: none;
    }
    [data-key='used'] :has(+ .badge) {
      color: var(--_warning);
    }
    td[data-key='created'] {
      display: none;
    }
  }
`;

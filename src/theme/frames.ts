import { css } from 'lit';

/** What few frames have: text across the columns of fields, a tinted foot with the action of a form, and a disclosure. */
export const frames = css`
  .pair > :not(.field) {
    grid-column: 1 / -1;
  }
  .card > .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    padding-block: calc(3 * var(--_space));
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
    background: var(--_surface);
  }
  .foot > .error {
    flex-basis: 100%;
  }
  summary {
    min-block-size: var(--_target);
    cursor: pointer;
  }
  details[open] summary {
    margin-block-end: calc(3 * var(--_space));
  }
`;

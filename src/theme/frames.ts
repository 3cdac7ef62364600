import { css } from 'lit';

/** Parts that few frames have: text across the columns of fields, a tinted foot with the action, and a disclosure. */
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
    display: flex; /* without the browser's marker */
    align-items: center;
    gap: calc(2.5 * var(--_space));
    min-block-size: var(--_target);
    cursor: pointer;
  }
  summary::after {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-block-end: 0.2em;
    border: solid;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
  }
  [open] > summary::after {
    margin-block: 0.2em 0;
    rotate: 225deg;
  }
  details[open] summary {
    margin-block-end: calc(3 * var(--_space));
  }
`;

import { css } from 'lit';

/** What opens in place. */
export const details = css`
  summary {
    min-block-size: var(--_target);
    cursor: pointer;
  }
  details[open] summary {
    margin-block-end: calc(3 * var(--_space));
  }
`;

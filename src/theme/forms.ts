import { css } from 'lit';

/** Panes that are forms: no wider than what is easy to read, with their fields in the columns of facts. */
export const forms = css`
  .pane {
    max-inline-size: 68em; /* so that two columns are no wider than fields get */
  }
  .pair {
    align-items: start;
    gap: calc(5 * var(--_space)) calc(4 * var(--_space));
  }
`;

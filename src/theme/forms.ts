import { css } from 'lit';

/** Form panes: no wider than is easy to read, with their fields in the columns of facts. */
export const forms = css`
  .pane {
    max-inline-size: 68em; /* two columns of fields at their full width */
  }
  .pair {
    align-items: start;
    gap: calc(5 * var(--_space)) calc(4 * var(--_space));
  }
`;

import { css } from 'lit';

/** Checkboxes with their label beside them. */
export const checks = css`
  .check {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
  }
  .check input {
    flex: none;
    font: inherit;
    inline-size: 1.143em;
    block-size: 1.143em;
    margin: 0.29em;
    margin-inline-start: 0;
    accent-color: var(--_accent);
  }
`;

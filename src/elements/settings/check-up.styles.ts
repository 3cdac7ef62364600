import { css } from 'lit';

/** Styles of the security check-up. */
export const checkUpStyles = css`
  .check-up b {
    margin-inline-start: auto;
    padding-inline: calc(1.75 * var(--_space));
    border: var(--_line) solid;
    border-radius: 99px;
    font-size: var(--_tiny);
  }
  .findings,
  .findings ul {
    display: grid;
    gap: calc(3 * var(--_space));
  }
  .findings {
    padding: calc(1 * var(--_space)) calc(3 * var(--_space)) calc(3 * var(--_space));
    font-size: var(--_small);
  }
  .severity {
    display: flex;
    gap: calc(2 * var(--_space));
    font-weight: 600;
  }
  .severity:not(:first-child) {
    margin-block-start: calc(1 * var(--_space));
  }
  .findings li {
    padding-inline-start: calc(1.143em + 2 * var(--_space));
  }
  .findings li button {
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    color: var(--_text);
    text-decoration: underline;
  }
`;

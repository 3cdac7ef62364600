import { css } from 'lit';

/** Styles of the security check-up: its findings side by side by severity, where there is room. */
export const checkUpStyles = css`
  :is(.check-up, .severity) b {
    padding-inline: calc(1.75 * var(--_space));
    border: var(--_line) solid;
    border-radius: 99px;
    font-size: var(--_tiny);
  }
  .check-up b {
    margin-inline-start: auto;
  }
  @container (width < 38em) {
    .side > .check-up {
      position: relative;
    }
    .side > .check-up > b {
      position: absolute; /* on the corner of the icon's button */
      inset-block-start: -6px;
      inset-inline-end: -6px;
      padding-inline: var(--_space);
      background: var(--_bg);
      line-height: 1.3;
    }
  }
  .findings {
    display: flex;
    flex-wrap: wrap;
    gap: calc(4 * var(--_space)) calc(6 * var(--_space));
    margin-block-end: calc(6 * var(--_space));
    padding: calc(5 * var(--_space)) calc(4 * var(--_space));
    border: var(--_line) solid var(--_border);
    border-radius: var(--_card-radius);
  }
  .findings > * {
    flex: 1 1 15em;
    min-inline-size: 0;
  }
  .findings > :not(div:has(.severity)) {
    flex-basis: 100%;
  }
  .findings > [role='status'] {
    font-weight: 600;
  }
  .severity {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    font-weight: 600;
  }
  .findings li,
  .severity + .muted {
    margin-block-start: calc(2 * var(--_space));
    padding-inline-start: calc(1.143em + 2 * var(--_space));
    font-size: var(--_small);
  }
  .findings li button {
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    color: var(--_text);
    text-decoration: underline;
  }
`;

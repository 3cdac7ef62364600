import { css } from 'lit';

/** Tabs. */
export const tabStyles = css`
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    border-block-end: var(--_line) solid var(--_border);
  }
  [role='tab'] {
    outline-offset: -2px; /* not cut off */
    padding-inline: calc(3 * var(--_space));
    border-radius: var(--_radius) var(--_radius) 0 0;
    border-block-end: 2px solid transparent;
  }
  [role='tab'][aria-selected='true'] {
    border-block-end-color: currentcolor;
    color: var(--_text);
  }
  @media (forced-colors: active) {
    [role='tab'] {
      border-color: Canvas;
    }
    [role='tab'][aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
  .count {
    min-inline-size: 2.6em;
    margin-inline-start: calc(1.5 * var(--_space));
    padding-inline: calc(1.5 * var(--_space));
    border: var(--_line) solid currentcolor;
    border-radius: 99px;
    font-size: var(--_tiny);
    line-height: 1.3;
    text-align: center;
  }
  @container (width < 40rem) {
    [role='tab'] {
      padding-inline: calc(1.5 * var(--_space));
    }
  }
`;

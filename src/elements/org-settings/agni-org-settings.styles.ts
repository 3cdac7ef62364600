import { css } from 'lit';

export const styles = css`
  /* As high as what comes, so that nothing below it moves. */
  .skeleton {
    min-block-size: 68em;
  }
  dd {
    font-variant-numeric: tabular-nums;
  }
  .badge.bad {
    border-color: currentcolor;
    color: var(--_danger);
  }
`;

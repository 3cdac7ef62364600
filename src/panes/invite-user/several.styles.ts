import { css } from 'lit';

export const severalLook = css`
  .people input,
  .people select {
    min-inline-size: 8rem;
  }
  .people td:first-child input {
    min-inline-size: 14rem;
  }
  .people td {
    padding: calc(2 * var(--_space));
  }
  .people tbody tr {
    border-block-start: 1px solid var(--_border);
  }
  progress {
    inline-size: min(100%, 16rem);
    accent-color: var(--_accent);
  }
  .sent {
    max-block-size: 12rem;
    overflow: auto;
  }
`;

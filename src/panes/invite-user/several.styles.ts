import { css } from 'lit';

export const severalLook = css`
  .people {
    position: relative; /* so that hidden words don't stick out of what scrolls */
  }
  .people :is(th, td) {
    padding-inline: calc(1 * var(--_space));
  }
  .people :is(th, td):first-child {
    padding-inline-start: calc(3 * var(--_space));
  }
  .people :is(input, select) {
    min-inline-size: 6.75rem;
  }
  .people td:first-child input {
    min-inline-size: 11.5rem;
  }
  .people .error {
    margin-block-start: calc(1 * var(--_space));
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

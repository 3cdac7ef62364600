import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 21em 7.3em;
    --_narrow: 25em 7em;
    @container (width < 26rem) {
      --_narrow: 31em 13em;
    }
  }
  .user {
    display: flex;
    align-items: center;
    gap: calc(4 * var(--_space));
  }
  .user > :last-child {
    min-inline-size: 0;
  }
  /* Begins like a sentence. */
  dd time {
    display: inline-block;
  }
  dd time::first-letter {
    text-transform: uppercase;
  }
  .avatar {
    inline-size: 3.2em;
    block-size: 3.2em;
    font-size: 1.2857em;
  }
`;

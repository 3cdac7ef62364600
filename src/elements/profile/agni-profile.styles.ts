import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 19em 7em;
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
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: calc(5 * var(--_space)) calc(4 * var(--_space));
    align-items: start;
    max-inline-size: calc(var(--_form-width) + 10 * var(--_space)); /* with its padding */
  }
`;

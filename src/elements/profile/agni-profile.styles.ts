import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 19em 13em;
    --_narrow: 31em 13em;
  }
  .user {
    display: flex;
    align-items: center;
    gap: calc(4 * var(--_space));
  }
  .user > :last-child {
    min-inline-size: 0;
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
    max-inline-size: var(--_form-width);
  }
`;

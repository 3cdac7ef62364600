import { css } from 'lit';

export const styles = css`
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
  .name {
    display: -webkit-box;
    max-block-size: 3lh;
    overflow: hidden;
    font-weight: 500;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .facts {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: calc(5 * var(--_space)) calc(4 * var(--_space));
    align-items: start;
    max-inline-size: var(--_form-width);
  }
`;

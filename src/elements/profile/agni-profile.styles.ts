import { css } from 'lit';

export const styles = css`
  .person {
    display: flex;
    align-items: center;
    gap: calc(4 * var(--_space));
    max-inline-size: var(--_form-width);
  }
  .person > :last-child {
    min-inline-size: 0;
  }
  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 4em;
    block-size: 4em;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: 50%;
    background: var(--_surface);
    font-size: 1.2857em;
    font-weight: 600;
    white-space: nowrap;
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
  time {
    outline-offset: 0;
  }
  time:focus::after {
    content: ' (' attr(title) ')';
  }
`;

import { css } from 'lit';

export const dialogsStyles = css`
  .export {
    display: grid;
    justify-items: start;
    gap: calc(1 * var(--_space));
  }
  .seats {
    margin-block-end: calc(4 * var(--_space));
  }
  .roles {
    margin-block-start: calc(6 * var(--_space));
  }
  .roles dl {
    max-inline-size: none;
    margin-block-start: calc(3 * var(--_space));
  }
  .roles dd {
    display: grid;
    gap: calc(2 * var(--_space));
    margin-block-start: calc(1 * var(--_space));
  }
  .effect {
    display: grid;
    gap: calc(3 * var(--_space));
  }
  .subject {
    max-block-size: 30vh;
    overflow: auto;
  }
  .subject strong {
    font-weight: 500;
  }
`;

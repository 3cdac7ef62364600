import { css } from 'lit';

export const styles = css`
  .list [part='row'] .row {
    gap: calc(2 * var(--_space));
  }
  .title + .facts {
    margin-block-start: calc(1.5 * var(--_space));
  }
  .list + .limit,
  .list + .notice,
  .limit + .notice,
  .outcome:not(:empty) {
    margin-block-start: calc(3 * var(--_space));
  }
`;

import { css } from 'lit';

export const styles = css`
  .list > [part='row'] {
    flex-wrap: wrap;
  }
  .list > [part='row'] > :first-child {
    flex-basis: 18em;
  }
  .title + .facts {
    margin-block-start: calc(1.5 * var(--_space));
  }
  .list + .limit,
  .list + .notice,
  .limit + .notice {
    margin-block-start: calc(3 * var(--_space));
  }
`;

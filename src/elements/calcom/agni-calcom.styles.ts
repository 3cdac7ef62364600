import { css } from 'lit';

export const styles = css`
  .standing + .list,
  .list + .limit,
  .list + .all {
    margin-block-start: calc(3 * var(--_space));
  }
  .standing .facts {
    max-inline-size: 60ch;
    margin-block-start: calc(1.5 * var(--_space));
  }
  /* Short enough to have its button beside it, also in a card. */
  .list > [part='row'] {
    flex-wrap: wrap;
  }
  .list > [part='row'] > :first-child {
    flex-basis: 16em;
  }
  .facts.bad {
    color: var(--_danger);
  }
`;

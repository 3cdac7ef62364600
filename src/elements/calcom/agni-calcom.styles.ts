import { css } from 'lit';

export const styles = css`
  /* Short enough for its buttons beside it, also in a narrow pane. */
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

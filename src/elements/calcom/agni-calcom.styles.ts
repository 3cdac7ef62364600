import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 2.5em 14.6em;
    --_narrow: 2.5em 19.5em;
  }
  /* Narrow enough for the buttons beside it, also in a narrow pane. */
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

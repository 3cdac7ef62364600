import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 17em 30.4em;
    --_narrow: 45em 31.5em;
  }
  /* The plan and the id are longer than the limits. */
  dl > :nth-child(-n + 2) {
    grid-column: 1 / -1;
  }
  .chips:not(.tokens)::before {
    content: attr(aria-label);
  }
  /* Until domains are edited, they are tokens over the text of their field. */
  .tokens,
  .tokens + * {
    grid-area: 2 / 1;
  }
  .tokens + :not(:focus) {
    text-indent: -999em;
  }
  .tokens {
    z-index: 1;
    padding: calc(1 * var(--_space)) calc(2 * var(--_space));
    pointer-events: none;
  }
  .tokens:has(+ :focus) {
    visibility: hidden;
  }
  .tokens button {
    pointer-events: auto;
  }
`;

import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 19.1em 16.1em;
    --_narrow: 45em 29.7em;
  }
  /* The plan and the id are longer than the limits. */
  dl > :nth-child(-n + 2) {
    grid-column: 1 / -1;
  }
  .side-by-side {
    display: grid;
    /* One below the other where not all fit side by side. */
    grid-template-columns: repeat(auto-fit, minmax(min(100%, max(12em, (42em - 100%) * 99)), 1fr));
    gap: calc(5 * var(--_space));
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    padding-inline: calc(2 * var(--_space));
    border: var(--_line) solid var(--_border);
    border-radius: var(--_radius);
  }
  .chip.bad {
    border-color: currentcolor;
  }
  .chip button {
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0;
    margin-inline-end: calc(-1.5 * var(--_space));
    color: inherit;
  }
  .chips:not(.tokens)::before {
    content: attr(aria-label);
  }
  /* Until the domains are edited, they are shown as tokens in place of the field's text. */
  .tokens,
  .tokens + * {
    grid-area: 2 / 1;
  }
  .tokens + :not(:focus) {
    text-indent: -999em;
  }
  .tokens {
    z-index: 1;
    padding: var(--_space) calc(2 * var(--_space));
    pointer-events: none;
  }
  .tokens:has(+ :focus) {
    visibility: hidden;
  }
  .tokens button {
    pointer-events: auto;
  }
`;

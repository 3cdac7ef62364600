import { css } from 'lit';

/** Menus of rows: below the button that opened them, at its end. */
export const menus = css`
  .menu {
    position-area: block-end span-inline-start;
    position-try-fallbacks: flip-block, flip-inline;
    inset: auto;
    min-inline-size: 11em;
    max-inline-size: min(22em, 100vi - 2em);
    margin: var(--_space) 0;
    padding: var(--_space);
    border: var(--_line) solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .menu[popover] {
    --_hover: var(--_selected);
    background: light-dark(var(--_bg), var(--_surface)); /* a shadow is hardly visible on a dark page */
  }
  .menu:popover-open {
    display: grid;
    animation: appear var(--_motion);
  }
  .menu > button {
    justify-content: start;
    color: var(--_text);
    text-align: start;
  }
  .menu > .danger {
    color: var(--_danger);
  }
  .menu > [aria-disabled='true'] {
    background: none;
    color: var(--_muted);
  }
  .menu :focus-visible {
    outline-offset: -2px;
  }
  .menu .help {
    padding: 0 calc(3.5 * var(--_space)) calc(1.5 * var(--_space));
    color: var(--_muted);
    font-size: var(--_small);
  }
`;

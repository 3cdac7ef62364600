import { css } from 'lit';

/** Framed sentences, the message of the last action, skeletons, and animations. */
export const notices = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(3 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border: var(--_line) solid var(--_border);
    border-radius: var(--_card-radius);
  }
  .notice > p {
    flex: 1 1 16em;
  }
  .notice + *,
  * + .notice {
    margin-block-start: calc(4 * var(--_space));
  }
  .stack > * {
    margin-block: 0;
  }
  .bad {
    color: var(--_danger);
  }
  .good {
    color: var(--_success);
  }
  .warn {
    color: var(--_warning);
  }
  /* Stays in view while the pane scrolls. A live region has to exist before its text, so it stays while empty. */
  .message {
    position: sticky;
    z-index: 1;
    inset-block-end: calc(4 * var(--_space));
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-block-start: calc(4 * var(--_space));
    margin-inline-start: auto;
    padding: calc(2.5 * var(--_space)) calc(4 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_text);
    color: var(--_bg);
  }
  .message:empty {
    block-size: 1px;
    margin: 0;
    padding: 0;
    clip-path: inset(50%);
  }
  .skeleton {
    display: grid;
    gap: calc(5 * var(--_space));
    grid-auto-rows: calc(6 * var(--_row));
    animation: appear 120ms 300ms both;
  }
  .skeleton > i {
    border: var(--_line) solid var(--_border);
    border-radius: var(--_card-radius);
    background: linear-gradient(#0000 42%, var(--_border) 42% 58%, #0000 0) 1.5em 0 / 40% var(--_row) no-repeat round;
  }
  .pane > .skeleton {
    grid-template-rows: var(--_wide);
    @container (width < 40rem) {
      grid-template-rows: var(--_narrow, var(--_wide));
    }
  }
  .skeleton > :dir(rtl) {
    scale: -1 1;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      transition: none !important;
      animation-duration: 0s !important;
    }
  }
`;

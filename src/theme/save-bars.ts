import { css } from 'lit';

/** The open bar with Save and Discard. A closed bar is hidden by the base styles, so these styles are loaded later. */
export const saveBars = css`
  .save-bar.open {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    position: sticky;
    z-index: 1;
    inset-block-end: calc(4 * var(--_space));
    padding: calc(2.5 * var(--_space)) calc(4 * var(--_space));
    border: var(--_line) solid var(--_border);
    border-radius: var(--_card-radius);
    background: var(--_bg);
    box-shadow: var(--_shadow);
    animation: appear var(--_motion);
    @media (max-height: 24rem) {
      position: static; /* on a screen this low, the bar would cover most of the form */
    }
  }
  :has(> .open) ~ .message {
    inset-block-end: calc(var(--_height) + 13 * var(--_space)); /* above the bar */
  }
  .save-bar > .error {
    flex: 1 1 100%;
  }
  .save-bar > .help {
    margin-inline-end: auto;
  }
  @container (width < 26rem) {
    .save-bar.open {
      justify-content: end;
    }
    .save-bar > .help {
      flex-basis: 100%;
    }
    :has(> .open) ~ .message {
      inset-block-end: calc(var(--_height) + 20 * var(--_space));
    }
  }
`;

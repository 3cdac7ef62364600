import { css } from 'lit';

/** Modal dialogs: 440 px wide, 640 with code; at the bottom of narrow screens, only as high as they need to be. */
export const dialogs = css`
  dialog {
    inline-size: min(31.43em, 100% - 2.3em);
    max-block-size: calc(100% - 2.3em);
    padding: calc(6 * var(--_space));
    border: var(--_line) solid var(--_border);
    border-radius: var(--_card-radius);
    background: var(--_bg);
    color: var(--_text);
    box-shadow: var(--_shadow);
    animation: rise var(--_motion);
  }
  dialog:has(pre) {
    inline-size: min(45.72em, 100% - 2.3em);
  }
  dialog:modal {
    margin: auto; /* overrides the margins that a pane gives its children */
  }
  dialog::backdrop {
    background: var(--agni-backdrop, rgb(0 0 0 / 45%));
  }
  dialog h2 {
    font-size: 1.15em;
    font-weight: 600;
  }
  dialog .row {
    justify-content: end;
    gap: calc(2 * var(--_space));
  }
  dialog .row > span:empty {
    position: absolute; /* takes no gap, and stays a live region */
  }
  @media (forced-colors: none) {
    .primary.danger {
      --_accent: var(--_danger-fill);
      --_accent-hover: var(--_danger-hover);
      --_on-accent: var(--_on-danger);
    }
  }
  /* For all buttons of the pane. The rule is here because these styles are loaded late. */
  @media (forced-colors: active) {
    button[aria-disabled='true'] {
      color: GrayText !important;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 4px;
    }
  }
  @media (width < 30rem) {
    dialog:modal {
      inline-size: 100%;
      max-inline-size: none;
      max-block-size: calc(100% - 2.3em);
      margin: auto 0 0;
      border-width: var(--_line) 0 0;
      border-radius: var(--_card-radius) var(--_card-radius) 0 0;
    }
    dialog .row > button {
      flex: 1 1 0;
    }
  }
`;

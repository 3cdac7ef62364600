import { css } from 'lit';

/** Modal dialogs: 440 px wide, a full-height sheet on narrow screens. */
export const dialogs = css`
  dialog {
    inline-size: min(31.43em, 100% - 2.3em);
    max-block-size: calc(100% - 2.3em);
    padding: calc(6 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: calc(1.43 * var(--_radius));
    background: var(--_bg);
    color: var(--_text);
    box-shadow: 0 12px 40px rgb(0 0 0 / 24%);
    animation: rise 120ms;
  }
  dialog:modal {
    margin: auto; /* also where a pane spaces what stands beside it */
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog h2 {
    font-size: 1.15em;
    font-weight: 600;
  }
  dialog .row {
    justify-content: end;
    gap: calc(2 * var(--_space));
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
      block-size: 100%;
      max-block-size: none;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }
`;

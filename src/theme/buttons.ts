import { css } from 'lit';

/** Buttons: quiet by default, with a border, for the main action, for dangerous actions, and with an icon only. */
export const buttons = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_height);
    padding: var(--_space) calc(3.5 * var(--_space));
    border: var(--_line) solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    font: inherit;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  :where(button):hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .quiet {
    padding-inline: calc(2 * var(--_space));
  }
  .icon-button {
    inline-size: var(--_height);
    padding: 0;
  }
  /* Three dots. */
  .more::before {
    content: '';
    inline-size: max(1.0714em, 15px);
    border-block-start: max(0.2143em, 3px) dotted;
  }
  .secondary {
    border-color: var(--_control-border);
    color: var(--_text);
  }
  .danger {
    color: var(--_danger);
  }
  .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .primary:hover {
    background: var(--_accent-hover);
  }
  button[aria-disabled='true'] {
    border-color: transparent !important;
    background: var(--_selected) !important;
    color: var(--_muted) !important;
    cursor: default;
  }
  /* Without this rule the main action looks like every other button. */
  @media (forced-colors: active) {
    .primary:not([aria-disabled='true']) {
      border-color: Highlight !important; /* overrides the colors of a host's rule for the part */
      background: Highlight !important;
      color: HighlightText !important;
      outline-color: CanvasText;
      forced-color-adjust: none; /* otherwise Chromium paints a backplate in the page's color behind the text */
    }
  }
`;

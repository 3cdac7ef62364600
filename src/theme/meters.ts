import { css } from 'lit';

/** Bars for amounts with a limit: label and amount above, green, amber or red below. */
export const meters = css`
  .meter {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(1.5 * var(--_space)) calc(3 * var(--_space));
  }
  .meter span {
    color: var(--_muted);
  }
  .meter b {
    color: var(--_text);
    font-weight: 500;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .meter svg {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 0.43em;
    border-radius: 1em;
    background: color-mix(in srgb, var(--_text) 14%, var(--_bg));
    fill: currentcolor;
    forced-color-adjust: none;
    @media (forced-colors: active) {
      outline: 1px solid CanvasText;
      background: Canvas;
      color: Highlight;
    }
  }
  .meter svg:dir(rtl) {
    scale: -1 1;
  }
`;

import { css } from 'lit';

/** Sections in a frame, facts as label and value, fields side by side where two fit, and lines of chips. */
export const facts = css`
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    border: var(--_line) solid var(--_border);
    border-radius: var(--_card-radius);
  }
  .card > * {
    padding: calc(5 * var(--_space)) calc(4 * var(--_space)); /* aligns the text in frames with the text in lists */
  }
  .card > * + * {
    border-block-start: var(--_line) solid var(--_border);
  }
  dl,
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24em), 1fr));
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(0, 9em) minmax(0, 1fr);
    align-items: baseline;
    gap: 0 calc(4 * var(--_space));
    min-block-size: var(--_target);
  }
  dt {
    color: var(--_muted);
  }
  dd button {
    min-block-size: var(--_target);
    padding: 0 calc(2 * var(--_space));
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(2 * var(--_space));
    font-variant-numeric: tabular-nums;
  }
  dd button,
  dd code {
    font-size: var(--_small);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    min-block-size: var(--_target);
    font-size: var(--_small);
  }
  @container (width < 26rem) {
    dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

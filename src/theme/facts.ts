import { css } from 'lit';

/** Facts side by side in a frame, and words as chips. */
export const facts = css`
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    max-inline-size: var(--_form-width);
    border: 1px solid var(--_border);
    border-radius: calc(1.43 * var(--_radius));
  }
  dl > div {
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
  }
  dt {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    min-block-size: var(--_target);
  }
  .badge {
    padding-inline: calc(2 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: 99px;
    color: var(--_muted);
    font-size: var(--_small);
  }
`;

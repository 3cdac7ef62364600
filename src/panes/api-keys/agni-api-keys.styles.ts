import { css } from 'lit';

export const styles = css`
  .replacement {
    margin-block-start: calc(2 * var(--_space));
    padding-inline-start: calc(2.5 * var(--_space));
    border-inline-start: 2px solid var(--_warning);
  }
  .notice {
    margin-block-start: calc(6 * var(--_space));
  }
  .limit {
    margin-block-start: calc(3 * var(--_space));
  }
  .link {
    min-block-size: 1.5rem;
    padding: 0;
    color: var(--_text);
    text-decoration: underline;
  }
  .notice .warn {
    margin-inline-end: calc(1 * var(--_space));
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: calc(4 * var(--_space));
    padding: calc(10 * var(--_space)) calc(4 * var(--_space));
    border: 1px dashed var(--_border);
    border-radius: calc(1.43 * var(--_radius));
    text-align: center;
  }
`;

import { css } from 'lit';

export const styles = css`
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: calc(5 * var(--_space)) calc(4 * var(--_space));
    align-items: start;
    max-inline-size: 35rem;
  }
  form > .notice,
  .error {
    max-inline-size: 35rem;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(1 * var(--_space)) calc(3 * var(--_space));
  }
  .note > p {
    flex: 1 1 14rem;
  }
  .note p:empty {
    display: none;
  }
  .warn {
    color: var(--_warning);
  }
  .good {
    color: var(--_success);
  }
  summary {
    inline-size: fit-content;
    min-block-size: 1.5rem;
    color: var(--_muted);
    cursor: pointer;
  }
`;

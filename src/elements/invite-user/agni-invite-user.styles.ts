import { css } from 'lit';

export const styles = css`
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: calc(5 * var(--_space)) calc(4 * var(--_space));
    align-items: start;
    max-inline-size: var(--_form-width);
  }
  .card > .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(3 * var(--_space));
    padding-block: calc(3 * var(--_space));
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
    background: var(--_surface);
  }
  :is(.mail, .error) {
    max-inline-size: var(--_form-width);
  }
  .mail {
    display: grid;
    gap: calc(3 * var(--_space));
    margin-block-start: calc(2 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: calc(1.43 * var(--_radius));
  }
  .mail dl > div {
    display: flex;
    gap: calc(2 * var(--_space));
  }
  .mail dt {
    color: var(--_muted);
  }
  .mail li {
    margin-inline-start: 1.25em;
    list-style: disc;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(1 * var(--_space)) calc(3 * var(--_space));
  }
  .note > p {
    flex: 1 1 16em;
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
    min-block-size: var(--_target);
    color: var(--_muted);
    cursor: pointer;
  }
`;

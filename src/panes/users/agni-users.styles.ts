import { css } from 'lit';

export const styles = css`
  [role='tabpanel'] {
    padding-block-start: calc(5 * var(--_space));
  }
  [role='tablist'] {
    flex-wrap: wrap;
  }
  .tools .row {
    align-items: end;
  }
  .tools .check {
    margin-block-start: calc(3 * var(--_space));
  }
  .table {
    position: relative; /* so that hidden words don't stick out of what scrolls */
  }
  [aria-busy='true'] tbody {
    opacity: 0.6;
    transition: opacity 120ms 300ms;
  }
  tbody :is(th, td) > :is(div, .name) {
    max-inline-size: 16rem;
    overflow-wrap: anywhere;
  }
  td .name {
    font-weight: inherit;
  }
  td ul {
    color: var(--_muted);
    font-size: 0.93em;
    white-space: nowrap;
  }
  summary {
    min-block-size: 1.5rem;
    color: var(--_muted);
    font-size: 0.93em;
    white-space: nowrap;
    cursor: pointer;
  }
  summary:hover {
    color: var(--_text);
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

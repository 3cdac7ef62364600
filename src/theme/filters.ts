import { css } from 'lit';

/** The search field, the filters and the order of a list, in a row above it. */
export const filters = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
    margin-block-end: calc(3 * var(--_space));
  }
  .search {
    position: relative;
    flex: 1 1 12em;
  }
  .search .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(2.5 * var(--_space));
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }
  .search input:not(.hidden) {
    padding-inline-start: calc(1.143em + 5 * var(--_space));
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .filter {
    display: flex;
    align-items: center;
    padding-inline: calc(3 * var(--_space)) calc(1.5 * var(--_space));
    border: var(--_line) dashed var(--_control-border);
    border-radius: var(--_radius);
    color: var(--_muted);
    font-size: var(--_small);
  }
  .filter.set {
    border-style: solid;
    background: var(--_selected);
    color: var(--_text);
  }
  .filter select {
    flex: 1;
    inline-size: auto;
    min-block-size: calc(var(--_height) - 2 * var(--_line));
    padding-inline: calc(1.5 * var(--_space));
    border: 0;
    background: none;
    field-sizing: content;
  }
  .filter.sort {
    display: none; /* the headers of the table sort */
  }
  @container (width < 40rem) {
    .search {
      flex-basis: 100%;
    }
    .filter,
    .filter.sort {
      display: flex;
      flex: auto;
    }
  }
`;

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
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(1.5 * var(--_space));
    min-block-size: var(--_height);
    padding-inline: calc(2.5 * var(--_space));
    border: var(--_line) dashed var(--_control-border);
    border-radius: var(--_radius);
    color: var(--_muted);
    font-size: var(--_small);
  }
  .filter:hover {
    background: var(--_hover);
  }
  .filter[data-value] {
    border-style: solid;
    background: var(--_selected);
    color: var(--_text);
  }
  .filter:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .filter select {
    position: absolute;
    inset: 0;
    z-index: 1; /* above the symbols */
    block-size: 100%;
    opacity: 0;
  }
  .filter:not(.sort)::before {
    content: '';
    order: 1;
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-block-end: 0.25em;
    border: solid;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
  }
  .filter[data-value]:not(.sort)::after {
    content: attr(data-value);
    content: attr(data-value) / ''; /* screen readers read the select */
    flex: 1;
  }
  .sort {
    flex: none;
    justify-content: center;
    inline-size: var(--_height);
    padding: 0;
  }
  @container (width >= 40rem) {
    .search {
      max-inline-size: 50em;
      margin-inline-end: auto; /* the filters end where the table does */
    }
    .sort {
      display: none; /* the headers of the table sort */
    }
  }
  @container (width < 40rem) {
    .search {
      flex-basis: calc(100% - var(--_height) - 2 * var(--_space)); /* all but the sort button */
    }
    .filter:not(.sort) {
      flex: auto;
    }
  }
`;

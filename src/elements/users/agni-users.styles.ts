import { css } from 'lit';

/** Tabs with the meter of seats beside, filters as chips, and the cells of both tables. */
export const styles = css`
  .skeleton {
    --_wide: 2.5em 2.4em 32.3em;
    --_narrow: 5em 5.4em 53em;
  }
  .views {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .views [role='tablist'] {
    grid-area: 1 / 1;
  }
  .seats {
    display: grid;
    align-content: center;
    grid-area: 1 / 2;
    inline-size: 12em;
    padding-block-end: calc(1 * var(--_space));
    border-block-end: var(--_line) solid var(--_border);
    font-size: var(--_small);
  }
  .views > [role='tabpanel'] {
    grid-column: 1 / -1;
    padding-block-start: calc(4 * var(--_space));
  }
  .head .row {
    gap: calc(2 * var(--_space));
  }
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
    padding-inline-start: calc(3 * var(--_space));
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
    inline-size: auto;
    min-block-size: calc(var(--_height) - 2 * var(--_line));
    padding-inline: calc(1.5 * var(--_space));
    border: 0;
    background: none;
    field-sizing: content;
  }
  #users-panel {
    --_columns: minmax(0, 5fr) minmax(0, 2fr) minmax(0, 1.7fr) minmax(0, 2fr) auto;
  }
  tbody th {
    display: grid;
    grid-template-columns: auto minmax(0, max-content) auto 1fr;
    align-items: center;
    column-gap: calc(2 * var(--_space));
    padding-block: 0;
  }
  .avatar {
    grid-row: 1 / span 2;
    margin-inline-end: calc(1 * var(--_space));
  }
  tbody th .badge {
    justify-self: start;
  }
  tbody th :is(.facts, .error) {
    grid-column: 2 / -1;
  }
  tbody th :is(.name, .facts) {
    justify-self: start;
    max-inline-size: 100%;
  }
  tbody [data-key='role'] {
    display: flex;
    align-items: center;
    gap: calc(0.5 * var(--_space));
  }
  .info {
    inline-size: var(--_target);
    min-block-size: var(--_target);
    flex: none;
    padding: 0;
    margin-inline-end: calc(-1 * var(--_space));
  }
  .info::before {
    content: 'i';
    inline-size: 1.4em;
    border: 1.5px solid;
    border-radius: 50%;
    font-size: max(0.75em, 10.5px);
    font-weight: 600;
    line-height: calc(1.4em - 3px);
  }
  .dot::before {
    content: '';
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline-end: calc(1.5 * var(--_space));
    border-radius: 50%;
    background: currentcolor;
    vertical-align: 0.1em;
  }
  .dot:not(.good),
  tbody [data-key='lastLogin'] {
    color: var(--_muted);
  }
  .pager select {
    inline-size: auto;
  }
  .note {
    margin-block-start: calc(3 * var(--_space));
  }
  @container (width < 40rem) {
    .views {
      grid-template-columns: minmax(0, 1fr);
    }
    .views [role='tablist'] {
      grid-row: 2;
    }
    .search {
      flex-basis: 100%;
    }
    .seats {
      grid-area: 1 / 1;
      inline-size: auto;
      min-block-size: 3em;
      border: 0;
    }
    .views table {
      --_indent: calc(2.2858em + 3 * var(--_space)); /* avatar and gap */
    }
    tbody tr {
      gap: 0 calc(2 * var(--_space));
      padding-block: calc(1.5 * var(--_space));
      padding-inline-start: calc(4 * var(--_space) + var(--_indent));
    }
    tbody th {
      flex-basis: calc(100% + var(--_indent) - var(--_height) - 2 * var(--_space)); /* all but the menu button */
      margin-inline-start: calc(-1 * var(--_indent));
    }
    tbody td {
      font-size: var(--_tiny);
    }
  }
`;

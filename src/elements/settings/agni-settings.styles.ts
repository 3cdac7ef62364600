import { css } from 'lit';

export const styles = css`
  .hub {
    display: grid;
    grid-template-columns: minmax(0, 15.5em) minmax(0, 68em); /* as wide as form panes: all panes end at one edge */
    gap: calc(6 * var(--_space)) calc(12 * var(--_space));
    align-items: start;
  }
  /* Stays in view while a pane scrolls. */
  .side {
    position: sticky;
    inset-block-start: 0;
    max-block-size: 100dvh;
    overflow-y: auto;
    scrollbar-width: thin;
  }
  .side :focus-visible {
    outline-offset: -2px; /* not cut off */
  }
  .side > [part='heading'] {
    margin-block-end: calc(4 * var(--_space));
    font-size: 1.4286em;
    font-weight: 600;
  }
  .side :is(button, a) {
    inline-size: 100%;
    justify-content: start;
    gap: calc(2.5 * var(--_space));
    padding-inline: calc(2.5 * var(--_space));
    text-align: start;
  }
  /* One line. If the label leaves no room, the shortcut wraps into a second line, which is cut off. */
  .search {
    flex-wrap: wrap;
    block-size: var(--_height);
    padding-block: 0;
    margin-block-end: calc(4 * var(--_space));
    overflow: hidden;
    border-color: var(--_border);
    line-height: calc(var(--_height) - 2 * var(--_line));
  }
  .search span {
    max-inline-size: calc(100% - 2em);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  kbd {
    margin-inline-start: auto;
    padding-inline: calc(1.5 * var(--_space));
    border: var(--_line) solid var(--_border);
    border-radius: 4px;
    font: inherit;
    font-size: var(--_tiny);
    line-height: 1.5;
    @media (pointer: coarse) {
      display: none;
    }
  }
  .side .menu {
    display: none;
  }
  .group {
    padding: var(--_space) calc(2.5 * var(--_space));
    color: var(--_muted);
    font-size: var(--_tiny);
  }
  nav ul + * {
    margin-block-start: calc(4 * var(--_space));
  }
  .side a {
    border: 0;
  }
  nav a:hover,
  nav [aria-current],
  [aria-expanded='true'] {
    background: var(--_surface);
    color: var(--_text);
  }
  nav [aria-current] {
    padding-inline-start: calc(2.5 * var(--_space) - 3px);
    border-inline-start: 3px solid var(--_accent);
    font-weight: 600;
  }
  .mark {
    margin-inline-start: auto;
    border: 0.3em solid var(--_warning);
    border-radius: 50%;
  }
  .check-up {
    margin-block-start: calc(6 * var(--_space));
    border-color: var(--_border);
  }
  [aria-expanded='true'] .open {
    rotate: 180deg;
  }
  section:focus {
    outline: none;
  }
  /* As high as the first pane. */
  .skeleton {
    grid-auto-rows: 41.7em;
  }
  @container (width < 51em) {
    .hub {
      grid-template-columns: minmax(0, 13.5em) minmax(0, 1fr);
      column-gap: calc(6 * var(--_space));
    }
  }
  @container (width < 38em) {
    .hub {
      grid-template-columns: minmax(0, 1fr);
    }
    /* One bar: the search, the open pane with the menu, the check-up. */
    .side {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      gap: calc(2 * var(--_space));
      position: static;
      max-block-size: none;
      overflow: visible;
    }
    .side > [part='heading'],
    .side > button > :is(span, kbd) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip: rect(0 0 0 0);
    }
    .side > button {
      inline-size: var(--_height);
      justify-content: center;
      margin: 0;
      padding-inline: 0;
    }
    nav {
      flex: 1;
      min-inline-size: 0;
    }
    .side .menu {
      display: flex;
    }
    .menu > .open {
      margin-inline-start: auto;
    }
    #items {
      display: none;
      inline-size: 100cqi;
      margin-block-start: calc(2 * var(--_space));
      margin-inline-start: calc(-1 * (var(--_height) + 2 * var(--_space))); /* below the search */
      padding: calc(2 * var(--_space));
      border: var(--_line) solid var(--_border);
      border-radius: var(--_card-radius);
    }
    #items.open {
      display: block;
    }
    .skeleton {
      grid-auto-rows: 81.3em;
    }
  }
`;

import { css } from 'lit';

/** Tabs in one line, which scrolls where they don't fit. */
export const tabStyles = css`
  [role='tablist'] {
    display: flex;
    position: relative; /* offsetLeft of a tab is measured from here */
    overflow-x: auto;
    scrollbar-width: none;
    border-block-end: var(--_line) solid var(--_border);
  }
  [role='tab'] {
    flex: none;
    outline-offset: -2px; /* not cut off */
    padding-inline: calc(3 * var(--_space));
    border-radius: var(--_radius) var(--_radius) 0 0;
    border-block-end: 2px solid transparent;
  }
  [role='tab'][aria-selected='true'] {
    border-block-end-color: currentcolor;
    color: var(--_text);
    animation: appear 1ms; /* its start brings the tab into view, see ui/tabs.ts */
  }
  @media (forced-colors: active) {
    [role='tab'] {
      border-color: Canvas;
    }
    [role='tab'][aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
  .count {
    min-inline-size: 2.3em; /* two digits */
    margin-inline-start: calc(1.5 * var(--_space));
    padding-inline: calc(1.25 * var(--_space));
    border: var(--_line) solid transparent;
    border-radius: 99px;
    background: var(--_selected);
    font-size: var(--_tiny);
    line-height: 1.3;
    text-align: center;
  }
  @container (width < 40rem) {
    [role='tablist'] {
      padding-inline-end: 2em;
      /* A tab that is cut off fades, the line below does not. */
      mask:
        linear-gradient(#000 0 0) bottom / 100% var(--_line) no-repeat,
        linear-gradient(var(--_end, 90deg), #000 calc(100% - 2em), #0000);
    }
    [role='tablist']:dir(rtl) {
      --_end: -90deg;
    }
    [role='tab'] {
      padding-inline: calc(1.5 * var(--_space));
    }
  }
`;

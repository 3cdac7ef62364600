import { css } from 'lit';
import { buttons } from './buttons.js';
import { notices } from './notices.js';
import { tokens } from './tokens.js';

const frame = css`
  :host {
    display: block;
  }
  /*
   * Gives the element a width in a parent that shrinks to fit: at least 0, at most 64rem. The container itself has no
   * width there, because size containment ignores content.
   */
  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, var(--agni-content-width, 64rem));
    /* The lightness of the page's text. First value and changes fire events, see ui/color-scheme-controller.ts. */
    color: oklch(from currentcolor l 0 0);
    transition:
      color 1ms,
      font-family 1ms allow-discrete;
    animation: appear 1ms;
  }
  /* The browser's own font, to compare with. */
  :host::after {
    font-family: initial;
  }
  /* Only for WebKit, where "initial" does not change the font. */
  @supports (-webkit-nbsp-mode: space) {
    :host::after {
      font-family: -webkit-standard;
    }
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  /* Inherits only the properties below from the page, such as font, visibility and pointer events. */
  .pane {
    all: initial;
    display: block;
    flex: 0 0 100%; /* where the host lays the element out as a flex container */
    container-type: inline-size;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    scrollbar-color: inherit;
    -webkit-text-size-adjust: inherit;
    -webkit-font-smoothing: inherit;
    background: var(--agni-color-bg);
    color: var(--_text);
    font: inherit;
    font-family: var(--agni-font-family, inherit);
    font-size: var(--_size);
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    line-height: 1.43;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .no-font {
    font-family: var(--agni-font-family, system-ui, sans-serif);
  }
  .on-light {
    color-scheme: light;
  }
  .on-dark,
  .dark {
    color-scheme: dark;
  }
  .light {
    color-scheme: light;
  }
  .light,
  .dark {
    background: var(--_bg);
  }
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
    font: inherit;
    list-style: none;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: calc(3 * var(--_space));
    margin-block-end: calc(6 * var(--_space));
  }
  .head > div {
    flex: 1 1 20em;
  }
  .head [part='heading'] {
    max-inline-size: none;
    color: var(--_text);
    font-size: var(--_heading-size);
    font-weight: var(--_heading-weight);
    line-height: 1.3;
  }
  .head p,
  .muted {
    max-inline-size: 60ch;
    color: var(--_muted);
  }
  .head p {
    margin-block: 2px -2px;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(5 * var(--_space));
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  /* Takes a whole line in a narrow pane. */
  .pager > :first-child {
    flex: 1 calc((25em - 100%) * 99);
    max-inline-size: none;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip: rect(0 0 0 0); /* not clip-path, which some checkers treat as hidden from screen readers too */
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  :is(.pane, [part='heading']):focus {
    outline: none;
  }
  a {
    color: var(--_link);
  }
  code,
  pre {
    font-family: var(--_code);
  }
  .icon {
    flex: none;
    inline-size: 1.143em;
    block-size: 1.143em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

/** The styles that all panes share. */
export const base = [tokens, frame, buttons, notices];

import { css } from 'lit';

export const styles = css`
  .qr {
    display: block;
    inline-size: min(13em, 100%);
    margin-inline: auto;
    border-radius: var(--_radius);
    forced-color-adjust: none;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
    gap: var(--_space) calc(4 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border: var(--_line) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  /* The whole key is visible to users who type it. */
  #setup_key {
    flex: 1 0 100%;
    padding-block: calc((var(--_height) - 1lh) / 2 - var(--_line));
    font-family: var(--_code);
    font-size: var(--_small);
    overflow-wrap: anywhere;
    field-sizing: content;
    resize: none;
  }
  .help:empty {
    position: absolute; /* takes no room, and stays a live region */
  }
  dialog .row.start {
    justify-content: start;
  }
  dialog .row > p,
  dialog .row > span:not(:empty) {
    flex: 1 1 9em;
  }
`;

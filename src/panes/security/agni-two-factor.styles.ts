import { css } from 'lit';

export const styles = css`
  .qr {
    display: block;
    inline-size: min(13rem, 100%);
    margin-inline: auto;
    border-radius: var(--_radius);
    forced-color-adjust: none;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: calc(1 * var(--_space)) calc(4 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .codes code {
    font-family: ui-monospace, monospace;
    font-size: 1em;
  }
  #setup_key {
    font-family: ui-monospace, monospace;
  }
  .help:empty {
    min-block-size: 1lh;
  }
  dialog .row.start {
    justify-content: start;
  }
  dialog .row > p,
  dialog .row > span {
    flex: 1 1 8rem;
  }
`;

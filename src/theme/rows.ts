import { css } from 'lit';

/** A name over muted facts. */
export const names = css`
  .name {
    display: -webkit-box;
    max-block-size: 3lh;
    overflow: hidden;
    font-weight: 500;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .facts {
    color: var(--_muted);
    font-size: var(--_small);
  }
`;

const cells = css`
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(2 * var(--_space));
  }
  .facts code {
    font-size: var(--_small);
  }
  time {
    white-space: nowrap;
  }
  .badge {
    padding-inline: calc(1.75 * var(--_space));
    border: var(--_line) solid transparent; /* an outline in forced colors */
    border-radius: 99px;
    /* A tint with the luminance of the gray, so that the text on it keeps its contrast. */
    background: color(from var(--_selected) xyz-d65 calc(x * var(--_x, 1)) y calc(z * var(--_z, 1)));
    font-size: var(--_tiny);
    white-space: nowrap;
  }
  :where(.badge) {
    color: var(--_muted);
  }
  .badge.bad {
    --_x: 1.06;
    --_z: 0.92;
  }
  .badge.warn {
    --_x: 1.02;
    --_z: 0.76;
  }
  .badge.good {
    --_x: 0.94;
    --_z: 0.92;
  }
  .title .badge {
    white-space: normal; /* moves to its own line before it breaks */
  }
  .link {
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    color: var(--_link);
    text-decoration: underline;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: calc(4 * var(--_space));
    padding: calc(10 * var(--_space)) calc(4 * var(--_space));
    border: var(--_line) dashed var(--_border);
    border-radius: var(--_card-radius);
    text-align: center;
  }
`;

/** The content of rows in lists and tables: names, facts, badges and links; and the text in place of rows. */
export const rows = [names, cells];

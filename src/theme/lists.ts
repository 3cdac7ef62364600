import { css } from 'lit';
import { rows } from './rows.js';

/** Lists: rows in one border, name first, facts in one muted line, actions at the end or, where it's narrow, below. */
const frame = css`
  .list {
    border: var(--_line) solid var(--_border);
    border-radius: var(--_card-radius);
  }
  .list > * {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    min-block-size: var(--_row);
    padding: calc(1.5 * var(--_space)) calc(4 * var(--_space));
  }
  .list > :first-child {
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
  }
  .list > :last-child {
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
  }
  .list > * + * {
    border-block-start: var(--_line) solid var(--_border);
  }
  .list > * > :first-child {
    flex: 1;
    min-inline-size: 0;
  }
  .list .actions {
    flex: none;
    margin-inline-end: calc(-2 * var(--_space));
  }
  .list + .pager {
    margin-block-start: calc(4 * var(--_space));
  }
  @container (width < 46em) {
    .list > * {
      flex-wrap: wrap;
    }
    .list > * > :first-child {
      flex-basis: 100%;
    }
    .list .actions {
      flex: initial; /* buttons that don't fit beside each other wrap */
      margin-inline: calc(-2 * var(--_space));
    }
  }
`;

/** Lists, with the content of their rows. */
export const lists = [rows, frame];

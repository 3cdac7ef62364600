import { css } from 'lit';

/** Lists: rows in one border, name first, facts in one muted line, actions at the end or, where it's narrow, below. */
export const lists = css`
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
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(1 * var(--_space)) calc(2 * var(--_space));
  }
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
  .facts code {
    font-size: var(--_small);
  }
  time {
    white-space: nowrap;
  }
  .badge {
    padding-inline: calc(1.75 * var(--_space));
    border: var(--_line) solid currentcolor;
    border-radius: 99px;
    font-size: var(--_tiny);
    color: var(--_muted);
    white-space: nowrap;
  }
  .title .badge {
    white-space: normal; /* has a line for itself before it breaks */
  }
  .badge.bad {
    color: var(--_danger);
  }
  .badge.good {
    color: var(--_success);
  }
  .badge.warn {
    color: var(--_warning);
  }
  .link {
    min-block-size: var(--_target);
    padding: 0;
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
  .list .actions {
    flex: none;
    margin-inline-end: calc(-2 * var(--_space));
  }
  .tools {
    margin-block-end: calc(4 * var(--_space));
  }
  .tools .field {
    flex: 1 1 14em;
    max-inline-size: none;
  }
  .tools .field + .field {
    flex-grow: 0;
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
      margin-inline: calc(-2 * var(--_space));
    }
  }
`;

import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 22.4em;
    --_narrow: 36.9em;
  }
  .list > .further {
    border-block-start: 0;
    padding-block-start: 0;
  }
  .further .name {
    color: var(--_muted);
    font-weight: 400;
  }
  .further .icon {
    visibility: hidden;
  }
  .list > * {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 calc(3 * var(--_space));
  }
  .list .icon {
    grid-row: 1 / span 2;
    color: var(--_muted);
  }
  .list .facts {
    grid-column: 2;
  }
  .list .actions {
    grid-area: 1 / 3 / span 2;
  }
  .actions button {
    color: var(--_text);
  }
  /* A dot is in the gap before its fact. At the start of a line, the gap is outside of the box and clipped. */
  .facts {
    --_dot: calc(3 * var(--_space));
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: var(--_dot);
    clip-path: inset(-8px -4px); /* 8px: room for the outline of the link */
  }
  .fact {
    position: relative;
  }
  .dot {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 100%;
    display: grid;
    inline-size: var(--_dot);
    place-items: center;
  }
  /* The facts have the whole width below the action. */
  @container (width < 46em) {
    .list > * {
      padding-block: calc(2.5 * var(--_space));
    }
    .list .facts {
      grid-column-end: -1;
    }
    .list :is(.icon, .actions) {
      grid-row-end: 2;
      align-self: start;
      margin-inline-start: 0;
    }
    .list .icon {
      margin-block-start: 0.15em;
    }
    .list .actions {
      margin-block: calc(-1.75 * var(--_space));
    }
  }
  @container (width < 16rem) {
    .list .actions {
      grid-area: 3 / 2;
      margin: 0;
      margin-inline-start: calc(-2 * var(--_space));
    }
  }
  .facts .link {
    margin-block: calc((1lh - var(--_target)) / 2); /* a target of full height in a line of text */
    color: inherit;
  }
  .facts .link:hover {
    background: none;
    color: var(--_text);
  }
  .limit {
    margin-block-start: calc(3 * var(--_space));
  }
  .subject strong {
    font-weight: 500;
  }
  .subject {
    max-block-size: 30vh;
    overflow: auto;
  }
`;

import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 24.5em;
    --_narrow: 46em;
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
  /* The facts have the whole width below the action. */
  @container (width < 46em) {
    .list .facts {
      grid-column-end: -1;
    }
    .list :is(.icon, .actions) {
      grid-row-end: 2;
      margin-inline-start: 0;
    }
  }
  .facts .link {
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

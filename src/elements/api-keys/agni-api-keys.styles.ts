import { css } from 'lit';

export const styles = css`
  .tools {
    display: flex;
    gap: calc(2 * var(--_space));
  }
  .tools > select {
    flex: 0 1 12em;
  }
  .list > .key {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 10.5em 10.5em auto;
    gap: 0 calc(4 * var(--_space));
  }
  .key > * {
    grid-row: 1 / span 2;
  }
  .key > .title {
    flex-wrap: nowrap;
    grid-row: 1;
  }
  .key .name {
    max-block-size: 1lh;
    -webkit-line-clamp: 1;
  }
  .key .badge {
    flex: none;
  }
  .key > .title + .facts {
    grid-area: 2 / 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .key > .replacement {
    grid-area: 3 / 1 / auto / -1;
    margin-block-start: calc(2 * var(--_space));
    padding-inline-start: calc(2.5 * var(--_space));
    border-inline-start: 2px solid var(--_warning);
  }
  .notice {
    margin-block-start: calc(6 * var(--_space));
  }
  .limit {
    margin-block-start: calc(3 * var(--_space));
  }
  .notice .warn {
    margin-inline-end: calc(1 * var(--_space));
  }
  @container (width < 40rem) {
    .list > .key {
      display: flex;
      gap: 0 calc(3 * var(--_space));
    }
    .key > .title {
      flex: 1 1 60%;
      flex-wrap: wrap;
    }
    .key > :not(.title, .actions) {
      order: 2;
    }
    .key .created {
      display: none;
    }
  }
`;

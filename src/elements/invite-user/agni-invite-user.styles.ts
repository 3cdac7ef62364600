import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 34.4em;
    --_narrow: 48em;
  }
  #seats {
    margin-inline-start: auto;
    min-block-size: 1lh;
  }
  .coming {
    block-size: var(--_target);
  }
  @container (width < 34em) {
    #seats {
      min-block-size: 2lh;
      inline-size: 100%;
    }
  }
  .mail {
    display: grid;
    gap: calc(3 * var(--_space));
    max-inline-size: var(--_form-width);
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border: var(--_line) solid var(--_border);
    border-radius: var(--_radius);
  }
  .mail dl > div {
    grid-template-columns: 5em minmax(0, 1fr);
  }
  .blank {
    color: var(--_muted);
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(1 * var(--_space)) calc(3 * var(--_space));
  }
  .note > p {
    flex: 1 1 16em;
  }
  .note p:empty {
    display: none;
  }
  /* An empty note takes no gap of its field. */
  .field > :is(.note, div:empty) {
    margin-block-end: calc(-1.5 * var(--_space));
  }
  .field > .note:has(> :not(:empty)) {
    margin-block-end: 0;
  }
  summary {
    inline-size: fit-content;
    color: var(--_muted);
  }
`;

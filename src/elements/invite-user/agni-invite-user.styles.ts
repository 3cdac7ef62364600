import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 34em;
    --_narrow: 47.5em;
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
    display: inline-block;
    inline-size: 4em;
    border-block-end: var(--_line) dotted var(--_muted);
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(3 * var(--_space));
  }
  .note > p {
    flex: 1 1 16em;
  }
  /* Empty elements take no gap. */
  .note p:empty,
  .field > div:not(:has(:not(:empty))) {
    position: absolute;
  }
  summary {
    inline-size: fit-content;
    color: var(--_muted);
  }
`;

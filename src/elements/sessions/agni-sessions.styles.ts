import { css } from 'lit';

export const styles = css`
  .list > .further {
    border-block-start: 0;
    padding-block-start: 0;
  }
  .further .name {
    color: var(--_muted);
    font-weight: 400;
  }
  /* One short action fits beside its row where others would not. */
  @container (30em <= width < 46em) {
    .list > * {
      flex-wrap: nowrap;
    }
    .list > * > :first-child {
      flex-basis: 0;
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

import { css } from 'lit';

export const dialogsStyles = css`
  /* Starts with a capital letter, unless it follows a label. */
  td time {
    display: inline-block;
  }
  td time::first-letter {
    text-transform: uppercase;
  }
  @container (width < 40rem) {
    td time::first-letter {
      text-transform: none;
    }
  }
  .replacement {
    margin-block-start: calc(2 * var(--_space));
    padding-inline-start: calc(2.5 * var(--_space));
    border-inline-start: 2px solid var(--_warning);
  }
  .advice {
    flex-basis: 100%;
  }
  .notice .link {
    text-align: start;
  }
  ol {
    display: grid;
    gap: var(--_space);
    margin: calc(2 * var(--_space)) 0 0;
    padding-inline-start: 1.5em;
  }
  .advice .row {
    align-items: end;
    margin-block-start: calc(4 * var(--_space));
  }
  .advice .field {
    flex: 0 1 23em;
    min-inline-size: 0;
  }
  .warning {
    padding-inline-start: calc(2.5 * var(--_space));
    border-inline-start: 2px solid var(--_warning);
  }
  .subject {
    max-block-size: 30vh;
    overflow: auto;
  }
  .subject strong {
    font-weight: 500;
  }
  dialog .row > p,
  dialog .stack > .row > span {
    flex: 1 1 9em;
  }
  @media (width < 30rem) {
    form > .row > span:not(:empty) {
      flex-basis: 100%;
    }
  }
  .with-status > .help:not(:empty) {
    margin-block-start: calc(1.5 * var(--_space));
  }
  .with-status .field {
    max-inline-size: none;
  }
  .with-status .with-button {
    justify-content: end;
  }
  /* The complete key is visible. */
  #key {
    font-family: var(--_code);
    overflow-wrap: anywhere;
    field-sizing: content;
    resize: none;
  }
`;

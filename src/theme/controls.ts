import { css } from 'lit';

/** Fields with their label above, and their help and error below. */
export const controls = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    max-inline-size: var(--_form-width);
    gap: calc(1.5 * var(--_space));
  }
  .field label {
    font-weight: 500;
  }
  .help,
  .error {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .error {
    color: var(--_danger);
  }
  input:not([type='checkbox'], .hidden),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--_height);
    padding: var(--_space) calc(2.5 * var(--_space));
    border: var(--_line) solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_bg);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
    @media (pointer: coarse) {
      font-size: max(1em, 16px); /* iOS zooms into a focused field with smaller text */
    }
  }
  :focus {
    scroll-margin-block-end: 9.5em; /* never below the save bar or the message */
  }
  select {
    padding-inline-start: calc(2.5 * var(--_space) - 4px); /* browsers indent its text by 4px */
    contain: paint; /* in WebKit a long option would make the page as wide as itself */
    text-overflow: clip;
  }
  input:read-only,
  textarea:read-only {
    border-color: var(--_border);
    background: var(--_surface);
  }
  [aria-invalid='true'] {
    border-color: var(--_danger) !important;
  }
  .with-button {
    display: flex;
    flex-wrap: wrap; /* a field moves to its own line before large text leaves no room to type */
    gap: calc(2 * var(--_space));
  }
  .with-button > input {
    flex: 1 8em;
  }
`;

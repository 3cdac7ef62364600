import { css } from 'lit';

/** Marks of services, in a frame of their own. */
export const serviceMarks = css`
  .mark {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.857em;
    block-size: 2.857em;
    border: var(--_line) solid var(--_border);
    border-radius: var(--_card-radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .mark .icon {
    inline-size: 1.43em;
    block-size: 1.43em;
  }
`;

import { css } from 'lit';

export const styles = css`
  .skeleton {
    --_wide: 23.5em;
    --_narrow: 29.1em;
  }
  .field:has(#new_password) {
    grid-column-start: 1; /* below the current password, beside the confirmation */
  }
  .row.help:not(:has(meter)) {
    position: absolute; /* takes no space until a password is typed */
  }
`;

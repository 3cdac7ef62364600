import { css } from 'lit';
import { cards } from '../../theme/cards.js';
import { tables } from '../../theme/tables.js';

const users = css`
  .people :is(th, td):not(:first-child) {
    padding-inline-start: 0;
  }
  .people select {
    min-inline-size: 8.5em;
  }
  .people .error {
    margin-block-start: calc(1 * var(--_space));
  }
  @container (width < 64em) {
    .people tbody tr {
      grid-template-areas:
        'email email result'
        'first_name last_name role';
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .people select {
      min-inline-size: 0;
    }
    [data-key='email'] {
      grid-area: email;
    }
    [data-key='first_name'] {
      grid-area: first_name;
    }
    [data-key='last_name'] {
      grid-area: last_name;
    }
    [data-key='role'] {
      grid-area: role;
    }
    .result {
      grid-area: result;
      text-align: end;
    }
  }
  @container (width < 39em) {
    .people tbody tr {
      grid-template-areas:
        'email email'
        'first_name last_name'
        'role result';
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  progress {
    inline-size: min(100%, 18em);
    accent-color: var(--_accent);
  }
  .sent {
    max-block-size: 14em;
    overflow: auto;
  }
`;

/** Looks of inviting several people: a table, or where there is no room for columns a card for each of them. */
export const bulkInvitationStyles = [tables, cards('64em'), users];

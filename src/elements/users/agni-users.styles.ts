import { css } from 'lit';
import { cards } from '../../theme/cards.js';

const table = css`
  [role='tabpanel'] {
    padding-block-start: calc(5 * var(--_space));
  }
  [role='tablist'] {
    flex-wrap: wrap;
  }
  .tools,
  .tools .row {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(3 * var(--_space)) calc(4 * var(--_space));
  }
  .tools .row {
    flex: 1 1 100%;
  }
  .tools .check {
    min-block-size: var(--_height);
  }
  .table {
    position: relative; /* so that hidden words don't stick out of what scrolls */
  }
  [aria-busy='true'] {
    cursor: progress;
  }
  td .badge.good {
    color: var(--_success);
  }
  td ul {
    color: var(--_muted);
    font-size: var(--_small);
    white-space: nowrap;
  }
  summary {
    min-block-size: var(--_target);
    color: var(--_muted);
    font-size: var(--_small);
    white-space: nowrap;
    cursor: pointer;
  }
  summary:hover {
    color: var(--_text);
  }
  .limit {
    margin-block-start: calc(3 * var(--_space));
  }
  /* Where there is no room for columns, each person is a card, and each fact has its heading with it. */
  @container (width < 73em) {
    tbody tr {
      grid-template-areas:
        'name name actions actions'
        'email email role status'
        'permissions permissions twoFactor lastLogin';
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    tbody .name {
      min-inline-size: 0;
      max-inline-size: none;
    }
    th {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(2 * var(--_space));
      grid-area: name;
    }
    td ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(2 * var(--_space));
    }
    td.actions {
      grid-area: actions;
      padding: 0;
      margin: calc(-1 * var(--_space)) calc(-2 * var(--_space));
    }
    [data-key='email'] {
      grid-area: email;
    }
    [data-key='role'] {
      grid-area: role;
    }
    [data-key='permissions'] {
      grid-area: permissions;
    }
    [data-key='status'] {
      grid-area: status;
    }
    [data-key='twoFactor'] {
      grid-area: twoFactor;
    }
    [data-key='lastLogin'] {
      grid-area: lastLogin;
    }
  }
  @container (width < 39em) {
    .tools .field,
    .tools .field + .field {
      flex-grow: 1;
    }
    tbody tr {
      grid-template-areas:
        'name name'
        'email email'
        'role status'
        'twoFactor lastLogin'
        'permissions permissions'
        'actions actions';
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    td.actions {
      text-align: start;
    }
  }
`;

export const styles = [cards('73em'), table];

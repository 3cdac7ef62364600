import { css } from 'lit';
import { dialogs } from '../../theme/dialogs.js';
import { facts } from '../../theme/facts.js';
import { menus } from '../../theme/menus.js';
import { meters } from '../../theme/meters.js';
import { permissionStyles } from '../base/permission-list.js';

const own = css`
  #pending-panel {
    --_columns: minmax(0, 5fr) minmax(0, 1.5fr) minmax(0, 2.6fr) minmax(0, 2fr) auto;
  }
  td[data-key='lastLogin']::first-letter {
    text-transform: uppercase;
  }
  @container (width < 40rem) {
    td .facts {
      display: inline;
    }
  }
  .effect {
    display: grid;
    gap: calc(3 * var(--_space));
  }
  .role-name {
    font-weight: 600;
  }
  dialog dl,
  .card dl {
    grid-template-columns: minmax(0, 1fr);
  }
  dl > [part='row'] {
    align-items: start;
  }
`;

/** Styles that are loaded after the table. */
export const dialogsStyles = [facts, dialogs, menus, meters, permissionStyles, own];

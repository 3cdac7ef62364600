import { css } from 'lit';
import { controls } from '../../theme/controls.js';
import { dialogs } from '../../theme/dialogs.js';
import { listingStyles } from '../base/listing.js';
import type { CalcomContext } from './calcom-context.js';
import { CalcomConnecting } from './connect-account.js';
import { CalcomDisconnecting } from './disconnect-account.js';
import { CalcomDisconnectingAll } from './disconnect-all.js';

/** Looks of what is loaded with it. */
export const dialogsStyles = [
  controls,
  dialogs,
  listingStyles,
  css`
    /* The hint's place is there before the hint is, and takes no room. */
    .field .help:empty {
      margin-block-start: calc(-1.5 * var(--_space));
    }
  `,
];

/** What connects and disconnects accounts, for those who may. */
export class CalcomDialogs {
  readonly connecting: CalcomConnecting;
  readonly disconnecting: CalcomDisconnecting;
  readonly disconnectingAll: CalcomDisconnectingAll;

  constructor(context: CalcomContext) {
    this.connecting = new CalcomConnecting(context);
    this.disconnecting = new CalcomDisconnecting(context);
    this.disconnectingAll = new CalcomDisconnectingAll(context);
  }
}

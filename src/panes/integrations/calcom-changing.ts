import { css } from 'lit';
import { controls } from '../../theme/controls.js';
import { dialogs } from '../../theme/dialogs.js';
import { CalcomConnecting } from './calcom-connecting.js';
import type { CalcomDesk } from './calcom-desk.js';
import { CalcomDisconnecting } from './calcom-disconnecting.js';
import { CalcomDisconnectingAll } from './calcom-disconnecting-all.js';
import { listingStyles } from './listing.js';

/** Looks of what is loaded with it. */
export const changingStyles = [
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
export class CalcomChanging {
  readonly connecting: CalcomConnecting;
  readonly disconnecting: CalcomDisconnecting;
  readonly disconnectingAll: CalcomDisconnectingAll;

  constructor(desk: CalcomDesk) {
    this.connecting = new CalcomConnecting(desk);
    this.disconnecting = new CalcomDisconnecting(desk);
    this.disconnectingAll = new CalcomDisconnectingAll(desk);
  }
}

import { dialogs } from '../../theme/dialogs.js';
import { GhlConnecting } from './ghl-connecting.js';
import type { GhlDesk } from './ghl-desk.js';
import { GhlDisconnecting } from './ghl-disconnecting.js';

/** Looks of what is loaded with it. */
export const changingStyles = [dialogs];

/** What connects and disconnects, fetched once there is something to press. */
export class GhlChanging {
  readonly connecting: GhlConnecting;
  readonly disconnecting: GhlDisconnecting;

  constructor(desk: GhlDesk) {
    this.connecting = new GhlConnecting(desk);
    this.disconnecting = new GhlDisconnecting(desk);
  }
}

import { dialogs } from '../../theme/dialogs.js';
import { GhlConnecting } from './connect.js';
import { GhlDisconnecting } from './disconnect.js';
import type { GhlContext } from './ghl-context.js';

/** Looks of what is loaded with it. */
export const dialogsStyles = [dialogs];

/** What connects and disconnects, fetched once there is something to press. */
export class GhlDialogs {
  readonly connecting: GhlConnecting;
  readonly disconnecting: GhlDisconnecting;

  constructor(context: GhlContext) {
    this.connecting = new GhlConnecting(context);
    this.disconnecting = new GhlDisconnecting(context);
  }
}

import { controls } from '../../theme/controls.js';
import { dialogs } from '../../theme/dialogs.js';
import { GhlConnect } from './connect.js';
import { createDisconnect } from './disconnect.js';
import type { GhlContext } from './ghl-context.js';

/** Styles that load with the dialogs. */
export const dialogsStyles = [controls, dialogs];

/** The flows that connect and disconnect GoHighLevel. */
export class GhlDialogs {
  readonly connect: GhlConnect;
  readonly disconnect: ReturnType<typeof createDisconnect>;

  constructor(context: GhlContext) {
    this.connect = new GhlConnect(context);
    this.disconnect = createDisconnect(context);
  }
}

import { css } from 'lit';
import { controls } from '../../theme/controls.js';
import { dialogs } from '../../theme/dialogs.js';
import type { CalcomContext } from './calcom-context.js';
import { ConnectAccount } from './connect-account.js';
import { dialogsEn } from './dialogs.en.js';
import { createAccountDisconnection } from './disconnect-account.js';
import { createDisconnectAll } from './disconnect-all.js';

/** Styles that load with the dialogs. */
export const dialogsStyles = [
  controls,
  dialogs,
  css`
    /* The hint's place is there before the hint is, and takes no room. */
    .field .help:empty {
      position: absolute;
    }
  `,
];

/** Connecting and disconnecting accounts, for users who may. */
export class CalcomDialogs {
  readonly connect: ConnectAccount;
  readonly disconnect: ReturnType<typeof createAccountDisconnection>;
  readonly disconnectAll: ReturnType<typeof createDisconnectAll>;

  constructor(context: CalcomContext) {
    const words = () => context.locale().sibling(dialogsEn);
    this.connect = new ConnectAccount(context);
    this.disconnect = createAccountDisconnection(context, words);
    this.disconnectAll = createDisconnectAll(context, words);
  }
}

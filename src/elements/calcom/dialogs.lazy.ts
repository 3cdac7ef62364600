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
    /* The element of the hint exists before its text does, and takes no space until then. */
    .field .help:empty {
      position: absolute;
    }
  `,
];

/** The dialogs that connect and disconnect accounts, for users with the permission. */
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

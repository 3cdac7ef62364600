/** English words of `<agni-calcom>`. Keys in a host's messages: `calcom.<key>`. */
export const en = {
  heading: 'Cal.com',
  lead: 'Accounts that your agents book meetings in.',
  active: 'Connected',
  none: 'Not connected',
  reconnect: 'Reconnect needed',
  noneHelp: 'Agents cannot book in Cal.com until an account is connected by its API key.',
  reconnectHelp:
    'Cal.com does not accept every key any more. Connect a broken account again with a new key, move its agents over, then disconnect the old one.',
  accounts: 'Cal.com accounts',
  unnamed: 'Unnamed account',
  'account.active': 'Active',
  'account.inactive': 'Inactive',
  says: 'Cal.com says: {error}',
  disconnect: 'Disconnect',
  disconnectAll: 'Disconnect All Accounts',
  notManager: 'Only owners and admins can connect, disconnect and assign accounts.',
};

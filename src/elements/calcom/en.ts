import { connectionEn } from '../base/connection.en.js';

/** English words of `<agni-calcom>`. Keys in a host's messages: `calcom.<key>`. */
export const en = {
  ...connectionEn,
  heading: 'Cal.com',
  lead: 'Agents book meetings through one or more Cal.com accounts.',
  views: 'Cal.com',
  overview: 'Overview',
  eventTypes: 'Event Types',
  appointments: 'Appointments',
  agents: 'Agents',
  noAccounts: 'No accounts yet. Connect one with its API key so that your agents can book meetings.',
  reconnectHelp: 'Cal.com no longer accepts the key of an account. Reconnect the account with a new key.',
  accounts: 'Cal.com accounts',
  unnamed: 'Unnamed account',
  'account.active': 'Active',
  'account.inactive': 'Inactive',
  says: 'Cal.com says: {error}',
  connect: 'Connect Cal.com',
  reconnectAccount: 'Reconnect',
  reconnectNamed: 'Reconnect {name}',
  disconnect: 'Disconnect',
  disconnectNamed: 'Disconnect {name}',
  disconnectAll: 'Disconnect All Accounts',
  disconnectAllHelp: 'Disconnecting stops your agents from booking in Cal.com. Existing appointments stay.',
  notManager: 'Only owners and admins can connect, disconnect and assign accounts.',
} as const;

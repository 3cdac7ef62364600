import { connectionEn } from '../base/connection.en.js';

/** English words of `<agni-ghl>`. Keys in a host's messages: `ghl.<key>`. */
export const en = {
  ...connectionEn,
  heading: 'GoHighLevel',
  lead: 'Agents book straight into your GoHighLevel calendars.',
  views: 'GoHighLevel',
  overview: 'Overview',
  calendars: 'Calendars',
  appointments: 'Appointments',
  noneHelp: 'Connect GoHighLevel so that your agents can book in its calendars.',
  reconnectHelp: "GoHighLevel no longer accepts this connection, so your agents can't book. Reconnect to renew it.",
  incompleteHelp: 'No agent books through a calendar yet. Choose a calendar in the settings of an agent.',
  location: 'Location ID',
  copyLocation: 'Copy location ID',
  agents: 'Agents',
  agentCount: { one: '1 agent books through GoHighLevel.', other: '{count} agents book through GoHighLevel.' },
  connect: 'Connect GoHighLevel',
  renew: 'Reconnect GoHighLevel',
  disconnect: 'Disconnect GoHighLevel',
  disconnectEffect: 'Disconnecting stops your agents from booking in GoHighLevel. Existing appointments stay.',
  notManager: 'Only owners and admins can connect or disconnect GoHighLevel.',
  'error.UNAUTHORIZED': 'This page has no access to GoHighLevel. Ask the owner of this page to add an API key.',
  'error.FORBIDDEN': 'This page has no access to GoHighLevel.',
} as const;

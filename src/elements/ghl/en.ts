/** English words of `<agni-ghl>`. Keys in a host's messages: `ghl.<key>`. */
export const en = {
  heading: 'GoHighLevel',
  lead: 'Calendars that your agents book appointments in.',
  active: 'Connected',
  none: 'Not connected',
  reconnect: 'Reconnect needed',
  incomplete: 'Setup incomplete',
  noneHelp: 'Agents cannot book in GoHighLevel until it is connected.',
  reconnectHelp: 'GoHighLevel does not accept this connection any more, so agents cannot book. Reconnect to renew it.',
  incompleteHelp: 'No agent books through a calendar yet. Choose one in the settings of an agent.',
  location: 'Location {id}',
  agents: { one: '1 agent books through it', other: '{count} agents book through it' },
  connect: 'Connect GoHighLevel',
  renew: 'Reconnect GoHighLevel',
  disconnect: 'Disconnect GoHighLevel',
  notManager: 'Only owners and admins can connect or disconnect.',
  'error.UNAUTHORIZED':
    'This host has no access to GHL. Agni takes an API key for it, so a server of this page has to add one.',
  'error.FORBIDDEN': 'This host has no access to GHL.',
};

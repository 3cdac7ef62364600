/** English words of `<agni-calcom>` that only connecting and disconnecting need. Keys in a host's messages: `calcom.<key>`. */
export const dialogsEn = {
  connectText: 'Your agents can book through the account as soon as it is connected.',
  reconnectText: 'Enter a new key. The agents of this account then book with the new key, and the old one is removed.',
  name: 'Account Name',
  nameHelp: 'Tells accounts apart, for example in the titles of their event types.',
  key: 'Cal.com API Key',
  keyHelp: 'In Cal.com: Settings, Developer, API keys. We send the key once and never show it again.',
  keyUnusual: 'Cal.com keys begin with “cal_”. Check that this is one.',
  connecting: 'Connecting…',
  connected: '{name} is connected.',
  connectedUnnamed: 'The account is connected.',
  reconnected: '{name} is reconnected.',
  partlyReconnected:
    '{name} is connected again, but some agents still use the old connection. Assign them under Agents, then disconnect the old account.',
  notConnected: 'The account is not connected. We cleared the key, so enter it again.',
  perhapsConnected:
    "We couldn't confirm the connection. We'll check again when the server responds. We cleared the key.",
  'invalid.refused': "Cal.com didn't accept this key. Check that it is complete and still valid, then enter it again.",
  'connect.CONFLICT': 'This Cal.com account is already connected.',

  disconnectEffect: 'Its key is deleted and agents can no longer book through it. Existing appointments stay.',
  asking: 'Checking which agents book through it…',
  loses: 'These agents stop booking:',
  losesNone: 'No agent books through it.',
  losesUnknown: "We couldn't check every agent that may book through it.",
  disconnected: '{name} is disconnected.',
  notDisconnected: 'The account is still connected.',
  perhapsDisconnected: "We couldn't confirm the change. We'll check again when the server responds.",

  disconnectAllEffect: {
    one: 'The key of 1 account is deleted, and agents can no longer book through it.',
    other: 'The keys of all {count} accounts are deleted, and agents can no longer book through them.',
  },
  confirm: 'Type disconnect to confirm',
  confirmWord: 'disconnect',
  confirmHelp: 'The word is {word}',
  'invalid.mismatch': "This doesn't match. Type the word as shown.",
  disconnecting: 'Disconnecting {name}…',
  allDisconnected: { one: '1 account is disconnected.', other: 'All {count} accounts are disconnected.' },
  someLeft: {
    one: '1 account is still connected. Try again.',
    other: '{count} accounts are still connected. Try again.',
  },
  isDisconnected: '{name}: disconnected',
  isNotDisconnected: '{name}: {reason}',
} as const;
